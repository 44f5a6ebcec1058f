#include "dataset/exact.h"

#include <math.h>

/* a + b as a rounded sum and what the rounding lost (Knuth). */
static cp_exact two_sum(double a, double b)
{
    double sum = a + b;
    double part = sum - a;

    return (cp_exact){ sum, (a - (sum - part)) + (b - part) };
}

void cp_exact_add(cp_exact *sum, double value)
{
    cp_exact high = two_sum(sum->high, value), low;

    if (!isfinite(high.high)) { /* what was lost is no number then */
        *sum = (cp_exact){ high.high, 0 };
        return;
    }
    low = two_sum(sum->low, high.low);
    *sum = two_sum(high.high, low.high);
    sum->low += low.low;
}

void cp_exact_add_product(cp_exact *sum, double a, double b)
{
    double product = a * b;

    cp_exact_add(sum, product);
    if (isfinite(product))
        cp_exact_add(sum, fma(a, b, -product));
}

double cp_exact_value(const cp_exact *sum)
{
    return sum->high + sum->low;
}
