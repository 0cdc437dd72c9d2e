// The other side of the benchmark: a server that answers as fast as it can, and libcurl's multi interface used in plain C.
#pragma once
#include <stddef.h>
#include <sys/types.h>

/// A server in a process of its own, so that its time does not count for the client's.
typedef struct {
  pid_t process;
  int port;
} marrow_sink;

/// Starts a server that answers each request with 200 and a short body. To be called before the first thread starts.
/// The port is 0 where it could not start.
marrow_sink marrow_sink_start(void);
void marrow_sink_stop(marrow_sink sink);

/// Sends POST requests, so many at once over connections that are kept, and returns how many were answered with 200.
int marrow_baseline_post(const char *url, const char *body, size_t size, int count, int in_flight);
