// The small door to libedit. Swift cannot call variadic C functions, so each one that the REPL needs stands here as an
// ordinary function with the argument types of its one use.
#pragma once
#include <errno.h>
#include <histedit.h>
#include <langinfo.h>
#include <locale.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/select.h>
#include <unistd.h>
#include <wchar.h>

// Swift takes the standard streams for mutable globals, which Swift 6 does not let through.
static inline FILE *marrow_stdin(void) { return stdin; }
static inline FILE *marrow_stdout(void) { return stdout; }
static inline FILE *marrow_stderr(void) { return stderr; }

// libedit drops what is not ASCII in the C locale: take the environment's locale where it is UTF-8, else C.UTF-8.
static inline void marrow_use_utf8(void) {
  if (setlocale(LC_CTYPE, "") == NULL || strcmp(nl_langinfo(CODESET), "UTF-8") != 0) setlocale(LC_CTYPE, "C.UTF-8");
}

// Ctrl-C ends the read of a line instead of the program: the handler leaves a mark, and waiting for a key ends with EINTR. The
// system may give the signal to any thread, so that it is passed on to the one that reads, which must not block it (threads
// that Dispatch made block every signal).
static inline volatile sig_atomic_t *marrow_interrupt_mark(void) {
  static volatile sig_atomic_t mark = 0;
  return &mark;
}
static inline pthread_t *marrow_reading_thread(void) {
  static pthread_t thread;
  return &thread;
}
static void marrow_on_interrupt(int signal) {
  if (pthread_equal(pthread_self(), *marrow_reading_thread())) *marrow_interrupt_mark() = 1;
  else pthread_kill(*marrow_reading_thread(), signal);
}
static inline void marrow_catch_interrupts(void) {
  *marrow_reading_thread() = pthread_self();
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = marrow_on_interrupt;
  sigemptyset(&action.sa_mask);
  sigaction(SIGINT, &action, NULL);
  sigset_t interrupts;
  sigemptyset(&interrupts);
  sigaddset(&interrupts, SIGINT);
  pthread_sigmask(SIG_UNBLOCK, &interrupts, NULL);
}

// One key. The signal is let in while waiting and at no other time, so that a Ctrl-C that comes while a line is drawn is not lost.
static int marrow_read_key(EditLine *line, wchar_t *key) {
  (void)line;
  sigset_t interrupts, open;
  sigemptyset(&interrupts);
  sigaddset(&interrupts, SIGINT);
  pthread_sigmask(SIG_BLOCK, &interrupts, &open);
  mbstate_t state;
  memset(&state, 0, sizeof state);
  int result = 0, error = 0, waits = 1;
  while (waits) {
    if (*marrow_interrupt_mark()) {
      *marrow_interrupt_mark() = 0;
      result = -1, error = EINTR;
      break;
    }
    fd_set input;
    FD_ZERO(&input);
    FD_SET(STDIN_FILENO, &input);
    if (pselect(STDIN_FILENO + 1, &input, NULL, NULL, NULL, &open) < 0) {
      if (errno == EINTR) continue;
      result = -1, error = errno;
      break;
    }
    char byte;
    ssize_t count = read(STDIN_FILENO, &byte, 1);
    if (count <= 0) {
      result = (int)count, error = errno;
      break;
    }
    size_t used = mbrtowc(key, &byte, 1, &state);
    if (used == (size_t)-1) memset(&state, 0, sizeof state);
    waits = used == (size_t)-1 || used == (size_t)-2;
    result = 1;
  }
  pthread_sigmask(SIG_SETMASK, &open, NULL);
  errno = error;
  return result;
}

// el_set is variadic. The prompt is ASCII, since libedit crashes on another one in the C locale.
static char *marrow_prompt(EditLine *line) {
  (void)line;
  static char prompt[] = "> ";
  return prompt;
}
static inline void marrow_el_prepare(EditLine *line, History *past, void *owner) {
  el_set(line, EL_PROMPT, marrow_prompt);
  el_set(line, EL_EDITOR, "emacs");
  el_set(line, EL_SIGNAL, 0);
  el_set(line, EL_GETCFN, marrow_read_key);
  el_set(line, EL_HIST, history, past);
  el_set(line, EL_CLIENTDATA, owner);
}
typedef unsigned char (*marrow_el_function)(EditLine *, int);
static inline void marrow_el_bind(EditLine *line, const char *key, const char *name, marrow_el_function function) {
  el_set(line, EL_ADDFN, name, name, function);
  el_set(line, EL_BIND, key, name, NULL);
}

// el_get is variadic.
static inline void *marrow_el_owner(EditLine *line) {
  void *owner = NULL;
  el_get(line, EL_CLIENTDATA, &owner);
  return owner;
}

// Swift cannot be sure of errno after another call: it is read at once.
static inline const char *marrow_el_gets(EditLine *line, int *error) {
  int count = 0;
  errno = 0;
  const char *text = el_gets(line, &count);
  *error = text == NULL && count < 0 ? errno : 0;
  return text;
}

// history is variadic. Repeated lines are kept once.
static inline void marrow_history_prepare(History *past, int size) {
  HistEvent event;
  history(past, &event, H_SETSIZE, size);
  history(past, &event, H_SETUNIQUE, 1);
}
static inline int marrow_history_enter(History *past, const char *line) {
  HistEvent event;
  return history(past, &event, H_ENTER, line);
}
static inline int marrow_history_load(History *past, const char *path) {
  HistEvent event;
  return history(past, &event, H_LOAD, path);
}
static inline int marrow_history_save(History *past, const char *path) {
  HistEvent event;
  return history(past, &event, H_SAVE, path);
}
