#define _GNU_SOURCE
#include "baseline.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/epoll.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

enum { capacity = 64 * 1024, most_connections = 4096 };

static const char answer[] =
    "HTTP/1.1 200 OK\r\nServer: sink\r\nContent-Type: application/json\r\nContent-Length: 11\r\n\r\n{\"ok\":true}";

typedef struct {
  int socket;
  size_t filled;
  char bytes[capacity];
} connection;

// The length of the request that the buffer begins with, 0 while it is not whole.
static size_t request_length(const connection *peer) {
  const char *end = memmem(peer->bytes, peer->filled, "\r\n\r\n", 4);
  if (end == NULL) return 0;
  size_t head = (size_t)(end - peer->bytes) + 4, body = 0;
  for (const char *line = peer->bytes; line < end;) {
    const char *next = memmem(line, (size_t)(end - line) + 2, "\r\n", 2);
    if (strncasecmp(line, "content-length:", 15) == 0) body = strtoul(line + 15, NULL, 10);
    if (next == NULL) break;
    line = next + 2;
  }
  return peer->filled >= head + body ? head + body : 0;
}

// 0 where the connection is over.
static int serve(connection *peer) {
  ssize_t count = recv(peer->socket, peer->bytes + peer->filled, capacity - peer->filled, 0);
  if (count <= 0) return 0;
  peer->filled += (size_t)count;
  size_t length;
  while ((length = request_length(peer)) > 0) {
    memmove(peer->bytes, peer->bytes + length, peer->filled - length);
    peer->filled -= length;
    if (send(peer->socket, answer, sizeof answer - 1, MSG_NOSIGNAL) < 0) return 0;
  }
  return peer->filled < capacity;
}

static void accept_one(int listener, int events) {
  int yes = 1, client = accept(listener, NULL, NULL);
  connection *peer = client < 0 ? NULL : calloc(1, sizeof *peer);
  if (peer == NULL) {
    if (client >= 0) close(client);
    return;
  }
  peer->socket = client;
  setsockopt(client, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
  struct epoll_event interest = {.events = EPOLLIN, .data.ptr = peer};
  epoll_ctl(events, EPOLL_CTL_ADD, client, &interest);
}

static void run(int listener) {
  int events = epoll_create1(0);
  struct epoll_event interest = {.events = EPOLLIN, .data.ptr = NULL}, ready[64];
  epoll_ctl(events, EPOLL_CTL_ADD, listener, &interest);
  for (;;) {
    int count = epoll_wait(events, ready, 64, -1);
    for (int i = 0; i < count; i++) {
      connection *peer = ready[i].data.ptr;
      if (peer == NULL) {
        accept_one(listener, events);
      } else if (!serve(peer)) {
        close(peer->socket);
        free(peer);
      }
    }
  }
}

marrow_sink marrow_sink_start(void) {
  marrow_sink sink = {0, 0};
  struct sockaddr_in place = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
  socklen_t length = sizeof place;
  int listener = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  if (bind(listener, (struct sockaddr *)&place, length) != 0 || listen(listener, most_connections) != 0) return sink;
  if (getsockname(listener, (struct sockaddr *)&place, &length) != 0) return sink;
  sink.process = fork();
  if (sink.process == 0) {
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    run(listener);
  }
  close(listener);
  if (sink.process > 0) sink.port = ntohs(place.sin_port);
  return sink;
}

void marrow_sink_stop(marrow_sink sink) {
  kill(sink.process, SIGKILL);
  waitpid(sink.process, NULL, 0);
}
