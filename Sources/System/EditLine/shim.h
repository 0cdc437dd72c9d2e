// The small door to libedit. Swift cannot call variadic C functions, so each one that the REPL needs stands here as an
// ordinary function with the argument types of its one use.
#pragma once
#include <histedit.h>
#include <stdio.h>
