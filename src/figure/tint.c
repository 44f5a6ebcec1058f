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

cp_color cp_color_ground(const cp_style *style, cp_color ground, cp_color dark)
{
    cp_color text = cp_color_on(style, ground, dark);
    cp_color away = cp_color_eq(text, dark) ? style->page.background : dark;

    for (int i = 0; i < 40 && cp_color_contrast(text, ground) < style->contrast; i++)
        ground = cp_color_fade(ground, away, 0.97);
    return ground;
}
