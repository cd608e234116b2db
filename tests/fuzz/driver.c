/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Runs a fuzzer without libFuzzer.
 *
 * Usage: fuzz-NAME [--runs=N] [FILE|FOLDER…]
 *
 * Runs the built-in seeds and every file named, then N (20000) mutations of them. The mutations depend on
 * nothing but the inputs and N, so a failure can be repeated; the failing input is written to standard error,
 * escaped. */
#include "tests/fuzz/driver.h"

#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define SEED 20180309
#define DEFAULT_RUNS 20000
#define MOST_MUTATIONS 4
#define LONGEST_SPLICE 32
#define LONGEST_INPUT (1 << 20)

/* Escaped only when it has failed, and byte by byte: a signal handler may do no more than write. */
static const char *last_input;
static gsize last_size;

static void
write_byte (guint8 byte)
{
  static const char digits[] = "0123456789abcdef";
  char text[4] = { '\\', 'x', digits[byte >> 4], digits[byte & 15] };
  gboolean is_plain = byte >= 0x20 && byte < 0x7f && byte != '\\';
  ssize_t written = is_plain ? write (STDERR_FILENO, &byte, 1) : write (STDERR_FILENO, text, sizeof text);
  (void) written;
}

static void
on_abort (int number)
{
  static const char before[] = "\nThe input that failed: ";
  ssize_t written = write (STDERR_FILENO, before, sizeof before - 1);
  for (gsize i = 0; i < last_size; i++)
    write_byte ((guint8) last_input[i]);
  written = write (STDERR_FILENO, "\n", 1);
  (void) written;
  signal (number, SIG_DFL);
  raise (number);
}

/* The address sanitizer's own handler, where there is one, says more; with ASAN_OPTIONS=abort_on_error=1 both
 * speak. */
static void
tell_input_on (int number)
{
  void (*before) (int) = signal (number, on_abort);
  if (before != SIG_DFL)
    signal (number, before);
}

/* In memory of exactly its size, so that the sanitizers see a read past its end. */
static void
run_one (const guint8 *data, gsize size)
{
  g_autofree guint8 *copy = g_memdup2 (data, size);
  last_input = (const char *) copy;
  last_size = size;
  LLVMFuzzerTestOneInput (copy, size);
  last_size = 0;
}

static void
add_file (GPtrArray *inputs, const char *path)
{
  g_autoptr (GError) error = NULL;
  char *contents;
  gsize size;
  if (!g_file_get_contents (path, &contents, &size, &error))
    g_error ("%s", error->message);
  g_ptr_array_add (inputs, g_bytes_new_take (contents, size));
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* In alphabetical order, so that the mutations are the same on every file system. */
static void
add_folder (GPtrArray *inputs, const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *name;
  while ((name = g_dir_read_name (folder)) != NULL)
    g_ptr_array_add (names, g_build_filename (path, name, NULL));
  g_ptr_array_sort (names, compare_names);
  for (guint i = 0; i < names->len; i++)
    if (g_file_test (g_ptr_array_index (names, i), G_FILE_TEST_IS_REGULAR))
      add_file (inputs, g_ptr_array_index (names, i));
}

static GBytes *
pick (GRand *random, GPtrArray *inputs)
{
  return g_ptr_array_index (inputs, g_rand_int_range (random, 0, (gint32) inputs->len));
}

static guint
pick_place (GRand *random, guint size)
{
  return size == 0 ? 0 : (guint) g_rand_int_range (random, 0, (gint32) size);
}

/* A piece of another input put in, over what is there or between it. */
static void
splice (GRand *random, GPtrArray *inputs, GByteArray *bytes, gboolean over)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (pick (random, inputs), &size);
  guint from = pick_place (random, (guint) size);
  guint length = 1 + pick_place (random, LONGEST_SPLICE);
  length = MIN (length, (guint) size - from);
  guint at = pick_place (random, bytes->len + 1);
  guint kept = over ? MIN (at + length, bytes->len) : at;
  g_autofree guint8 *rest = g_memdup2 (bytes->data + kept, bytes->len - kept);
  guint n_rest = bytes->len - kept;
  g_byte_array_set_size (bytes, at);
  g_byte_array_append (bytes, data + from, length);
  g_byte_array_append (bytes, rest, n_rest);
}

static void
remove_some (GRand *random, GByteArray *bytes)
{
  guint at = pick_place (random, bytes->len);
  guint length = 1 + pick_place (random, MIN (bytes->len - at, LONGEST_SPLICE));
  g_byte_array_remove_range (bytes, at, MIN (length, bytes->len - at));
}

static void
mutate (GRand *random, GPtrArray *inputs, GByteArray *bytes)
{
  int kind = bytes->len == 0 ? 0 : g_rand_int_range (random, 0, 6);
  switch (kind)
    {
    case 0:
    case 1:
      splice (random, inputs, bytes, kind == 1);
      break;
    case 2:
      remove_some (random, bytes);
      break;
    case 3:
      bytes->data[pick_place (random, bytes->len)] ^= (guint8) (1 << g_rand_int_range (random, 0, 8));
      break;
    case 4:
      bytes->data[pick_place (random, bytes->len)] = (guint8) g_rand_int_range (random, 0, 256);
      break;
    default:
      bytes->data[pick_place (random, bytes->len)] = bytes->data[pick_place (random, bytes->len)];
      break;
    }
}

static void
run_mutation (GRand *random, GPtrArray *inputs)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (pick (random, inputs), &size);
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_byte_array_append (bytes, data, (guint) size);
  for (int n = g_rand_int_range (random, 1, MOST_MUTATIONS + 1); n > 0 && bytes->len < LONGEST_INPUT; n--)
    mutate (random, inputs, bytes);
  run_one (bytes->data, bytes->len);
}

static gint64
read_arguments (int argc, char **argv, GPtrArray *inputs)
{
  gint64 runs = DEFAULT_RUNS;
  for (int i = 1; i < argc; i++)
    if (g_str_has_prefix (argv[i], "--runs="))
      runs = g_ascii_strtoll (argv[i] + strlen ("--runs="), NULL, 10);
    else if (g_file_test (argv[i], G_FILE_TEST_IS_DIR))
      add_folder (inputs, argv[i]);
    else
      add_file (inputs, argv[i]);
  return runs;
}

int
main (int argc, char **argv)
{
  g_autoptr (GPtrArray) inputs = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  for (int i = 0; dem_fuzz_seeds[i] != NULL; i++)
    g_ptr_array_add (inputs, g_bytes_new_static (dem_fuzz_seeds[i], strlen (dem_fuzz_seeds[i])));
  gint64 runs = read_arguments (argc, argv, inputs);

  tell_input_on (SIGABRT);
  tell_input_on (SIGSEGV);
  tell_input_on (SIGTRAP);
  for (guint i = 0; i < inputs->len; i++)
    {
      gsize size;
      const guint8 *data = g_bytes_get_data (g_ptr_array_index (inputs, i), &size);
      run_one (data, size);
    }
  g_autoptr (GRand) random = g_rand_new_with_seed (SEED);
  for (gint64 i = 0; i < runs && inputs->len > 0; i++)
    run_mutation (random, inputs);
  g_print ("%u inputs and %" G_GINT64_FORMAT " mutations of them run.\n", inputs->len, runs);
  return EXIT_SUCCESS;
}
