/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What is saved when, and what happens if it fails or takes long. */
#include "app/base/autosave.h"

#include <string.h>

#define PATIENCE_SECONDS 20

/* Disk: what workers save to. */
static struct
{
  GMutex mutex;
  int value;       /* the last that was saved */
  int n_saves;     /* attempts */
  int n_at_once;   /* must never be two */
  int fails;       /* that many attempts still fail */
  int hold;        /* workers wait while it is so */
  gulong sleep_us; /* how long one takes */
} disk;

typedef struct
{
  DemAutosave *autosave;
  int value;
  int n_taken;
  int n_saved; /* times that `saved` was called */
  int n_changed;
} Fixture;

static gpointer
take (gpointer data)
{
  Fixture *fixture = data;

  fixture->n_taken++;
  return g_memdup2 (&fixture->value, sizeof fixture->value);
}

static gboolean
save (gpointer taken, GError **error)
{
  g_assert_cmpint (g_atomic_int_add (&disk.n_at_once, 1), ==, 0);
  while (g_atomic_int_get (&disk.hold))
    g_usleep (1000);
  g_usleep (disk.sleep_us);
  g_mutex_lock (&disk.mutex);
  disk.n_saves++;
  if (disk.fails == 0)
    disk.value = *(int *) taken;
  else
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE, "The disk is full.");
  g_mutex_unlock (&disk.mutex);
  g_atomic_int_add (&disk.n_at_once, -1);
  if (disk.fails == 0)
    return TRUE;
  disk.fails--;
  return FALSE;
}

static void
on_saved (gpointer taken, gpointer data)
{
  Fixture *fixture = data;

  fixture->n_saved++;
}

static const DemAutosaveSource source = { take, save, on_saved, g_free };

static void
on_changed (DemAutosave *autosave, Fixture *fixture)
{
  fixture->n_changed++;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  memset (&disk, 0, sizeof disk);
  fixture->autosave = dem_autosave_new (&source, fixture);
  g_signal_connect (fixture->autosave, "changed", G_CALLBACK (on_changed), fixture);
}

/* What was told of the end of a worker may still be on its way, with a reference. */
static void
tear_down (Fixture *fixture, gconstpointer data)
{
  if (fixture->autosave == NULL)
    return;
  while (g_main_context_iteration (NULL, FALSE))
    continue;
  g_assert_finalize_object (fixture->autosave);
}

static void
change (Fixture *fixture)
{
  fixture->value++;
  dem_autosave_touch (fixture->autosave);
}

/* Runs the main loop for a time; the longest that it did not come round, in milliseconds. */
static double
run_for (gint64 milliseconds)
{
  gint64 start = g_get_monotonic_time (), last = start, longest = 0;

  while (last - start < milliseconds * 1000)
    {
      gint64 now;

      g_main_context_iteration (NULL, FALSE);
      g_usleep (1000);
      now = g_get_monotonic_time ();
      longest = MAX (longest, now - last);
      last = now;
    }
  return (double) longest / 1000;
}

/* The seconds until it is so. */
static double
run_until_state (Fixture *fixture, DemAutosaveState state)
{
  gint64 start = g_get_monotonic_time ();

  while (dem_autosave_get_state (fixture->autosave) != state)
    {
      g_assert_cmpint (g_get_monotonic_time () - start, <, PATIENCE_SECONDS * G_USEC_PER_SEC);
      run_for (1);
    }
  return (double) (g_get_monotonic_time () - start) / G_USEC_PER_SEC;
}

static void
test_within_a_second (Fixture *fixture, gconstpointer data)
{
  gint64 before = g_get_monotonic_time ();
  double seconds;

  g_assert_cmpint (dem_autosave_get_state (fixture->autosave), ==, DEM_AUTOSAVE_IDLE);
  g_assert_cmpint (dem_autosave_get_saved_at (fixture->autosave), ==, 0);
  change (fixture);
  change (fixture);
  g_assert_cmpint (dem_autosave_get_state (fixture->autosave), ==, DEM_AUTOSAVE_PENDING);
  g_assert_cmpint (fixture->n_changed, ==, 1);
  seconds = run_until_state (fixture, DEM_AUTOSAVE_IDLE);
  g_test_message ("after %.3f s", seconds);
  g_assert_cmpint (disk.value, ==, 2);
  g_assert_cmpint (disk.n_saves, ==, 1);
  g_assert_cmpint (fixture->n_saved, ==, 1);
  g_assert_cmpint (dem_autosave_get_saved_at (fixture->autosave), >=, before);
  run_for (1200);
  g_assert_cmpint (disk.n_saves, ==, 1);
}

/* Somebody who types without a pause does not put it off. */
static void
test_while_typing (Fixture *fixture, gconstpointer data)
{
  gint64 start = g_get_monotonic_time ();
  gint64 longest = 0, saved_at = start;

  while (g_get_monotonic_time () - start < 3 * G_USEC_PER_SEC)
    {
      change (fixture);
      run_for (20);
      if (dem_autosave_get_saved_at (fixture->autosave) != 0)
        saved_at = dem_autosave_get_saved_at (fixture->autosave);
      longest = MAX (longest, g_get_monotonic_time () - saved_at);
    }
  g_test_message ("%d saves, at most %.3f s apart", disk.n_saves, (double) longest / G_USEC_PER_SEC);
  g_assert_cmpint (disk.n_saves, >=, 2);
  g_assert_cmpint (disk.n_saves, <=, 6);
  run_until_state (fixture, DEM_AUTOSAVE_IDLE);
  g_assert_cmpint (disk.value, ==, fixture->value);
}

/* While a slow one is at it the newest waits; those between are never written. */
static void
test_slow (Fixture *fixture, gconstpointer data)
{
  double longest;

  disk.sleep_us = 700 * 1000;
  change (fixture);
  dem_autosave_hurry (fixture->autosave);
  g_assert_cmpint (dem_autosave_get_state (fixture->autosave), ==, DEM_AUTOSAVE_SAVING);
  for (guint i = 0; i < 20; i++)
    change (fixture);
  longest = run_for (900);
  g_test_message ("the main loop stood still for %.1f ms at most", longest);
  g_assert_cmpfloat (longest, <, 200);
  g_assert_cmpint (disk.value, ==, 1);
  run_until_state (fixture, DEM_AUTOSAVE_IDLE);
  g_assert_cmpint (disk.value, ==, 21);
  g_assert_cmpint (disk.n_saves, ==, 2);
}

static void
test_flush (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (dem_autosave_flush (fixture->autosave, -1, &error));
  g_assert_cmpint (disk.n_saves, ==, 0);
  change (fixture);
  g_assert_true (dem_autosave_flush (fixture->autosave, -1, &error));
  g_assert_no_error (error);
  g_assert_cmpint (disk.value, ==, 1);
  g_assert_cmpint (dem_autosave_get_state (fixture->autosave), ==, DEM_AUTOSAVE_IDLE);
  run_for (1200);
  g_assert_cmpint (disk.n_saves, ==, 1);
}

/* It is not waited for longer than asked, and goes on. */
static void
test_flush_bounded (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 start = g_get_monotonic_time ();

  g_atomic_int_set (&disk.hold, 1);
  change (fixture);
  g_assert_false (dem_autosave_flush (fixture->autosave, 100, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_TIMED_OUT);
  g_assert_cmpint (g_get_monotonic_time () - start, <, G_USEC_PER_SEC);
  g_assert_cmpint (dem_autosave_get_state (fixture->autosave), ==, DEM_AUTOSAVE_SAVING);
  change (fixture);
  g_atomic_int_set (&disk.hold, 0);
  g_clear_error (&error);
  g_assert_true (dem_autosave_flush (fixture->autosave, PATIENCE_SECONDS * 1000, &error));
  g_assert_no_error (error);
  g_assert_cmpint (disk.value, ==, 2);
}

static void
test_failure (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  double seconds;

  disk.fails = 3;
  change (fixture);
  g_assert_false (dem_autosave_flush (fixture->autosave, -1, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
  g_assert_cmpint (dem_autosave_get_state (fixture->autosave), ==, DEM_AUTOSAVE_FAILED);
  g_assert_cmpstr (dem_autosave_get_reason (fixture->autosave)->message, ==, "The disk is full.");
  g_assert_cmpint (dem_autosave_get_saved_at (fixture->autosave), ==, 0);
  /* Going on does not hurry it. */
  change (fixture);
  g_assert_cmpint (dem_autosave_get_state (fixture->autosave), ==, DEM_AUTOSAVE_FAILED);
  run_for (200);
  g_assert_cmpint (disk.n_saves, ==, 1);
  /* 1 s after the first failure, 2 s after the second. */
  run_until_state (fixture, DEM_AUTOSAVE_SAVING);
  g_assert_nonnull (dem_autosave_get_reason (fixture->autosave));
  run_until_state (fixture, DEM_AUTOSAVE_FAILED);
  seconds = run_until_state (fixture, DEM_AUTOSAVE_SAVING);
  g_assert_cmpfloat (seconds, >, 1.5);
  run_until_state (fixture, DEM_AUTOSAVE_FAILED);
  /* "Try again" */
  dem_autosave_hurry (fixture->autosave);
  run_until_state (fixture, DEM_AUTOSAVE_IDLE);
  g_assert_null (dem_autosave_get_reason (fixture->autosave));
  g_assert_cmpint (disk.value, ==, 2);
}

/* Nothing unsaved dies with who made it. */
static void
test_detach (Fixture *fixture, gconstpointer data)
{
  DemAutosave *autosave;
  gint64 start = g_get_monotonic_time ();

  disk.fails = 1;
  change (fixture);
  autosave = g_steal_pointer (&fixture->autosave);
  g_object_add_weak_pointer (G_OBJECT (autosave), (gpointer *) &autosave);
  dem_autosave_detach (autosave);
  g_object_unref (autosave);
  g_assert_nonnull (autosave);
  fixture->value = 99;
  while (autosave != NULL && g_get_monotonic_time () - start < PATIENCE_SECONDS * G_USEC_PER_SEC)
    run_for (1);
  g_assert_null (autosave);
  g_assert_cmpint (disk.n_saves, ==, 2);
  g_assert_cmpint (disk.value, ==, 1);
  g_assert_cmpint (fixture->n_taken, ==, 1);
  g_assert_cmpint (fixture->n_saved, ==, 0);
}

/* Somebody who hears of a change may make the next. */
static void
touch_once (DemAutosave *autosave, Fixture *fixture)
{
  if (dem_autosave_get_state (autosave) == DEM_AUTOSAVE_IDLE && fixture->value < 3)
    change (fixture);
}

static void
test_touch_from_handler (Fixture *fixture, gconstpointer data)
{
  g_signal_connect (fixture->autosave, "changed", G_CALLBACK (touch_once), fixture);
  change (fixture);
  while (fixture->n_saved < 3)
    run_for (1);
  g_assert_cmpint (disk.value, ==, 3);
  g_assert_cmpint (dem_autosave_get_state (fixture->autosave), ==, DEM_AUTOSAVE_IDLE);
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *name;
    void (*test) (Fixture *fixture, gconstpointer data);
  } tests[] = {
    { "within-a-second", test_within_a_second },
    { "while-typing", test_while_typing },
    { "slow", test_slow },
    { "flush", test_flush },
    { "flush-bounded", test_flush_bounded },
    { "failure", test_failure },
    { "detach", test_detach },
    { "touch-from-handler", test_touch_from_handler },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    {
      g_autofree char *path = g_strdup_printf ("/autosave/%s", tests[i].name);

      g_test_add (path, Fixture, NULL, set_up, tests[i].test, tear_down);
    }
  return g_test_run ();
}
