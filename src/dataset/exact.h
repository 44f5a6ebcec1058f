/* exact.h - sums of about 32 digits, so that a window which slides far is as good as a fresh one. */
#ifndef CP_DATASET_EXACT_H
#define CP_DATASET_EXACT_H

typedef struct cp_exact {
    double high, low; /* the value is their sum */
} cp_exact;

void cp_exact_add(cp_exact *sum, double value);

/* Add a * b without rounding the product first. */
void cp_exact_add_product(cp_exact *sum, double a, double b);
double cp_exact_value(const cp_exact *sum);

#endif
