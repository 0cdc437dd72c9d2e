#pragma once

#include <malloc.h>

/// Has all threads share so many heaps; 0 where the C library will not. Swift sees nothing of malloc.h by itself.
static inline int marrow_share_heaps(int heaps) { return mallopt(M_ARENA_MAX, heaps); }
