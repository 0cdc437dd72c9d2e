// The small door to libcurl. Swift cannot call variadic C functions, so each kind of argument that an option takes has an
// ordinary function here.
#pragma once
// The checks that curl.h makes of an option's argument need the option as a constant; here it is a parameter.
#define CURL_DISABLE_TYPECHECK
#include <curl/curl.h>
#include <netinet/in.h>
#include <pthread.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/socket.h>

// curl_easy_setopt is variadic.
static inline CURLcode marrow_curl_set_long(CURL *easy, CURLoption option, long value) {
  return curl_easy_setopt(easy, option, value);
}
static inline CURLcode marrow_curl_set_size(CURL *easy, CURLoption option, curl_off_t value) {
  return curl_easy_setopt(easy, option, value);
}
static inline CURLcode marrow_curl_set_string(CURL *easy, CURLoption option, const char *value) {
  return curl_easy_setopt(easy, option, value);
}
static inline CURLcode marrow_curl_set_pointer(CURL *easy, CURLoption option, const void *value) {
  return curl_easy_setopt(easy, option, value);
}
static inline CURLcode marrow_curl_set_data_callback(CURL *easy, CURLoption option, curl_write_callback callback) {
  return curl_easy_setopt(easy, option, callback);
}
static inline CURLcode marrow_curl_set_open_socket(CURL *easy, curl_opensocket_callback callback) {
  return curl_easy_setopt(easy, CURLOPT_OPENSOCKETFUNCTION, callback);
}
static inline CURLcode marrow_curl_set_before_request(CURL *easy, curl_prereq_callback callback) {
  return curl_easy_setopt(easy, CURLOPT_PREREQFUNCTION, callback);
}

// A name look-up cannot be interrupted, and libcurl waits for it when a transfer ends before it; from 7.87 on it can be told
// to leave the look-up's thread to itself.
static inline CURLcode marrow_curl_leave_lookups(CURL *easy) {
#if LIBCURL_VERSION_NUM >= 0x075700
  return curl_easy_setopt(easy, CURLOPT_QUICK_EXIT, 1L);
#else
  (void)easy;
  return CURLE_OK;
#endif
}

// The authorities that libcurl trusts unless told otherwise: an option set to NULL would mean none.
static inline CURLcode marrow_curl_set_default_authorities(CURL *easy) {
  const curl_version_info_data *built = curl_version_info(CURLVERSION_NOW);
  CURLcode code = curl_easy_setopt(easy, CURLOPT_CAINFO, built->cainfo);
  return code == CURLE_OK ? curl_easy_setopt(easy, CURLOPT_CAPATH, built->capath) : code;
}

// curl_easy_getinfo is variadic.
static inline void *marrow_curl_private(CURL *easy) {
  char *value = NULL;
  curl_easy_getinfo(easy, CURLINFO_PRIVATE, &value);
  return value;
}
static inline long marrow_curl_status(CURL *easy) {
  long status = 0;
  curl_easy_getinfo(easy, CURLINFO_RESPONSE_CODE, &status);
  return status;
}

// curl_multi_setopt is variadic.
static inline CURLMcode marrow_curl_multi_set_long(CURLM *multi, CURLMoption option, long value) {
  return curl_multi_setopt(multi, option, value);
}

// prctl is variadic. The name of the calling thread, as top and gdb show it; at most 15 bytes.
static inline void marrow_name_thread(const char *name) { prctl(PR_SET_NAME, name); }

// The signals that a thread of the engine leaves to the others: all but those that tell of a fault in the thread itself.
// So a write to a closed connection ends in an error, never in SIGPIPE.
static inline void marrow_leave_signals_to_others(void) {
  sigset_t others;
  sigfillset(&others);
  sigdelset(&others, SIGSEGV);
  sigdelset(&others, SIGBUS);
  sigdelset(&others, SIGILL);
  sigdelset(&others, SIGFPE);
  sigdelset(&others, SIGABRT);
  sigdelset(&others, SIGTRAP);
  pthread_sigmask(SIG_SETMASK, &others, NULL);
}
