#include "base/color.h"

cp_color cp_color_mix(cp_color one, cp_color other, double share)
{
    double rest = 1 - share;

    return (cp_color){ one.red * share + other.red * rest, one.green * share + other.green * rest,
                       one.blue * share + other.blue * rest,
                       one.alpha * share + other.alpha * rest };
}

cp_color cp_color_clearer(cp_color usual, cp_color other, cp_color ground)
{
    return cp_color_contrast(other, ground) > cp_color_contrast(usual, ground) ? other : usual;
}

cp_color cp_color_readable(cp_color color, cp_color ground, double contrast)
{
    enum { STEPS = 20 };
    const cp_color black = { 0, 0, 0, 1 }, white = { 1, 1, 1, 1 };
    cp_color end = cp_color_clearer(white, black, ground), mixed = color;

    for (int i = 1; i <= STEPS && cp_color_contrast(mixed, ground) < contrast; i++)
        mixed = cp_color_mix(end, color, (double)i / STEPS);
    return mixed;
}

cp_color cp_color_ground(cp_color ground, cp_color usual, cp_color other, double contrast)
{
    enum { STEPS = 40 };
    const double kept = 0.97; /* of the ground at each step */
    cp_color ink = cp_color_clearer(usual, other, ground);
    cp_color away = cp_color_eq(ink, usual) ? other : usual;

    for (int i = 0; i < STEPS && cp_color_contrast(ink, ground) < contrast; i++)
        ground = cp_color_mix(ground, away, kept);
    return ground;
}
