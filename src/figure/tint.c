#include "figure/tint.h"

cp_color cp_color_fade(cp_color color, cp_color ground, double part)
{
    return (cp_color){ color.red * part + ground.red * (1 - part),
                       color.green * part + ground.green * (1 - part),
                       color.blue * part + ground.blue * (1 - part), 1 };
}

cp_color cp_color_on(const cp_style *style, cp_color ground, cp_color dark)
{
    cp_color light = style->page.background;

    return cp_color_contrast(light, ground) > cp_color_contrast(dark, ground) ? light : dark;
}
