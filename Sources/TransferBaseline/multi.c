#include "baseline.h"

#include <curl/curl.h>
#include <stdlib.h>
#include <string.h>

typedef struct {
  size_t filled;
  char bytes[4096];
} response;

static size_t keep(char *bytes, size_t size, size_t count, void *owner) {
  response *kept = owner;
  if (size * count > sizeof kept->bytes - kept->filled) return 0;
  memcpy(kept->bytes + kept->filled, bytes, size * count);
  kept->filled += size * count;
  return size * count;
}

typedef struct {
  const char *url, *body;
  size_t size;
  struct curl_slist *headers;
} request;

static CURL *make(const request *wanted, response *kept) {
  CURL *easy = curl_easy_init();
  curl_easy_setopt(easy, CURLOPT_URL, wanted->url);
  curl_easy_setopt(easy, CURLOPT_POSTFIELDS, wanted->body);
  curl_easy_setopt(easy, CURLOPT_POSTFIELDSIZE, (long)wanted->size);
  curl_easy_setopt(easy, CURLOPT_HTTPHEADER, wanted->headers);
  curl_easy_setopt(easy, CURLOPT_USERAGENT, "baseline");
  curl_easy_setopt(easy, CURLOPT_TIMEOUT_MS, 10000L);
  curl_easy_setopt(easy, CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, keep);
  curl_easy_setopt(easy, CURLOPT_WRITEDATA, kept);
  curl_easy_setopt(easy, CURLOPT_PRIVATE, kept);
  return easy;
}

// Notes a transfer that has ended; where more are to be sent, its handle goes round again.
static int collect(CURLM *multi, CURLMsg *message, int *left) {
  CURL *easy = message->easy_handle;
  long status = 0;
  char *owner = NULL;
  int ok = message->data.result == CURLE_OK;
  curl_easy_getinfo(easy, CURLINFO_RESPONSE_CODE, &status);
  curl_easy_getinfo(easy, CURLINFO_PRIVATE, &owner);
  ((response *)owner)->filled = 0;
  curl_multi_remove_handle(multi, easy);
  if (*left > 0) {
    *left -= 1;
    curl_multi_add_handle(multi, easy);
  }
  return ok && status == 200;
}

int marrow_baseline_post(const char *url, const char *body, size_t size, int count, int in_flight) {
  request wanted = {.url = url, .body = body, .size = size};
  wanted.headers = curl_slist_append(NULL, "Content-Type: application/json");
  wanted.headers = curl_slist_append(wanted.headers, "Authorization: Bearer xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx");
  wanted.headers = curl_slist_append(wanted.headers, "Expect:");
  CURLM *multi = curl_multi_init();
  CURL **easies = calloc((size_t)in_flight, sizeof *easies);
  response *responses = calloc((size_t)in_flight, sizeof *responses);
  int left = count, running = 0, answered = 0, queued = 0;
  for (int i = 0; i < in_flight; i++) easies[i] = make(&wanted, &responses[i]);
  for (int i = 0; i < in_flight && left > 0; i++, left--) curl_multi_add_handle(multi, easies[i]);
  do {
    curl_multi_perform(multi, &running);
    int before = left;
    for (CURLMsg *message; (message = curl_multi_info_read(multi, &queued)) != NULL;)
      if (message->msg == CURLMSG_DONE) answered += collect(multi, message, &left);
    if (running > 0 || before > 0) curl_multi_poll(multi, NULL, 0, 1000, NULL);
    running += before - left;
  } while (running > 0);
  for (int i = 0; i < in_flight; i++) curl_easy_cleanup(easies[i]);
  curl_multi_cleanup(multi);
  curl_slist_free_all(wanted.headers);
  free(easies);
  free(responses);
  return answered;
}
