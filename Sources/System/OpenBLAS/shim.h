// The small door to OpenBLAS: matrix products (cblas_*) and the few openblas_* calls that set the thread count and name
// the processor core whose kernels are in use. The .pc file of the installed variant gives the include path.
#pragma once
#include <cblas.h>
