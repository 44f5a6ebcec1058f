#include "base/geometry.h"

#include <math.h>

cp_rect cp_rect_inset(cp_rect rect, double top, double right, double bottom, double left)
{
    return (cp_rect){ rect.x + left, rect.y + top, fmax(0, rect.width - left - right),
                      fmax(0, rect.height - top - bottom) };
}

bool cp_rects_overlap(cp_rect a, cp_rect b, double tolerance)
{
    return fmin(a.x + a.width, b.x + b.width) - fmax(a.x, b.x) > tolerance
           && fmin(a.y + a.height, b.y + b.height) - fmax(a.y, b.y) > tolerance;
}

bool cp_color_parse(cp_str text, cp_color *out)
{
    double part[4] = { 0, 0, 0, 1 };

    if ((text.size != 7 && text.size != 9) || text.data[0] != '#')
        return false;
    for (size_t i = 0; 2 * i + 2 < text.size; i++) {
        int high = cp_hex_digit(text.data[2 * i + 1]), low = cp_hex_digit(text.data[2 * i + 2]);

        if (high < 0 || low < 0)
            return false;
        part[i] = (high * 16 + low) / 255.0;
    }
    *out = (cp_color){ part[0], part[1], part[2], part[3] };
    return true;
}

bool cp_color_eq(cp_color a, cp_color b)
{
    return a.red == b.red && a.green == b.green && a.blue == b.blue && a.alpha == b.alpha;
}

static double linear(double part)
{
    return part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4);
}

static double luminance(cp_color color)
{
    return 0.2126 * linear(color.red) + 0.7152 * linear(color.green) + 0.0722 * linear(color.blue);
}

double cp_color_contrast(cp_color a, cp_color b)
{
    double one = luminance(a), two = luminance(b);

    return (fmax(one, two) + 0.05) / (fmin(one, two) + 0.05);
}
