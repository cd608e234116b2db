/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* bench-table [CLAIMS]: the table of an argument of that many claims (10,000): how long it takes to open, to sort by each
 * column, to filter, and what its frames cost while it scrolls, beside a window of one colour in the same run. */

#include <adwaita.h>

#include "app/dossier/loader.h"
#include "tests/bench/frames.h"
#include "ui/argument/claims_table.h"

#define WIDTH 1020
#define HEIGHT 800
#define N_FRAMES 360
#define CLAIMS 10000
#define SCROLL 100
#define ACTORS 50
#define STEPS 2000

static char *
write_dossier (guint n)
{
  GString *text = g_string_new ("{\"format\":\"demarche-dossier\",\"version\":1,\"id\":\"urn:x:y\",\"title\":\"T\",\"actors\":[");

  for (guint i = 0; i < ACTORS; i++)
    g_string_append_printf (text, "%s{\"id\":\"a%u\",\"name\":\"Actor number %u\",\"kind\":\"person\"}", i > 0 ? "," : "", i, i);
  g_string_append (text, "],\"claims\":[{\"id\":\"c0\",\"kind\":\"thesis\",\"text\":\"The thesis\"}");
  for (guint i = 1; i < n; i++)
    g_string_append_printf (text,
                            ",{\"id\":\"c%u\",\"kind\":\"claim\",\"text\":\"Claim %u of many, which says a thing or two\","
                            "\"credence\":0.%u,\"by\":\"a%u\",\"about\":[\"a%u\",\"a%u\"]}",
                            i, i * 7919 % n, i % 97, i % ACTORS, i * 3 % ACTORS, i * 7 % ACTORS);
  g_string_append (text, "],\"inferences\":[");
  for (guint i = 1; i < n; i++)
    g_string_append_printf (text, "%s{\"id\":\"i%u\",\"kind\":\"%s\",\"from\":[\"c%u\"],\"to\":\"c%u\"}", i > 1 ? "," : "", i,
                            i % 3 == 0 ? "attacks" : "supports", i, (i - 1) / 4);
  g_string_append (text, "]}");
  return g_string_free (text, FALSE);
}

static DemFocus *
open_dossier (guint n)
{
  g_autofree char *text = write_dossier (n);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (DemLoader) loader = dem_loader_new_for_bytes (bytes, "bench");
  g_autoptr (GError) error = NULL;
  g_autoptr (DemDossier) dossier = dem_loader_load (loader, NULL, &error);
  DemFocus *focus = dem_focus_new ();

  g_assert_no_error (error);
  dem_focus_open (focus, dossier);
  return focus;
}

static GtkWidget *
find (GtkWidget *root, GType type)
{
  GtkWidget *found = g_type_is_a (G_OBJECT_TYPE (root), type) ? root : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find (child, type);
  return found;
}

/* Three rows a frame, as a quick turn of the wheel does: 180 rows a second at 60 frames. */
static void
step (GtkWidget *table, guint frame, guint n_frames, gpointer data)
{
  GtkAdjustment *place
      = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (find (table, GTK_TYPE_COLUMN_VIEW)));

  gtk_adjustment_set_value (place, gtk_adjustment_get_value (place) + SCROLL);
}

static double
milliseconds_since (gint64 start)
{
  return (double) (g_get_monotonic_time () - start) / 1000;
}

/* How long the longest step takes, and all until the last one of more than a millisecond. */
static void
run_idle (double *longest, double *all)
{
  gint64 start = g_get_monotonic_time ();

  *longest = *all = 0;
  for (guint i = 0; i < STEPS; i++)
    {
      gint64 step = g_get_monotonic_time ();

      g_main_context_iteration (NULL, FALSE);
      *longest = MAX (*longest, milliseconds_since (step));
      if (milliseconds_since (step) > 1)
        *all = milliseconds_since (start);
    }
}

static void
print_sorting (GtkWidget *table)
{
  GtkColumnView *view = GTK_COLUMN_VIEW (find (table, GTK_TYPE_COLUMN_VIEW));
  GListModel *columns = gtk_column_view_get_columns (view);

  g_print ("{\"bench\": \"table-sort\"");
  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);
      gint64 start = g_get_monotonic_time ();
      double at_once, longest, all;

      gtk_column_view_sort_by_column (view, column, GTK_SORT_ASCENDING);
      at_once = milliseconds_since (start);
      run_idle (&longest, &all);
      g_print (", \"%s\": {\"longest_step_ms\": %.1f, \"all_ms\": %.1f}", gtk_column_view_column_get_title (column),
               MAX (longest, at_once), at_once + all);
    }
  gtk_column_view_sort_by_column (view, NULL, GTK_SORT_ASCENDING);
  g_print ("}\n");
}

int
main (int argc, char *argv[])
{
  guint n = argc > 1 ? (guint) g_ascii_strtoull (argv[1], NULL, 10) : CLAIMS;
  g_autoptr (DemFocus) focus = NULL;
  GtkWidget *table, *window;
  Frames flat, frames;
  gint64 start;

  adw_init ();
  focus = open_dossier (MAX (n, 2));
  flat = frames_measure_flat (WIDTH, HEIGHT, N_FRAMES / 3);
  table = g_object_ref_sink (dem_claims_table_new ());
  dem_claims_table_set_focus (DEM_CLAIMS_TABLE (table), focus);
  window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (window), WIDTH, HEIGHT);
  gtk_window_set_child (GTK_WINDOW (window), table);
  start = g_get_monotonic_time ();
  gtk_window_present (GTK_WINDOW (window));
  while (dem_claims_table_count (DEM_CLAIMS_TABLE (table)) == 0)
    g_main_context_iteration (NULL, TRUE);
  g_print ("{\"bench\": \"table-open\", \"claims\": %u, \"milliseconds\": %.1f}\n", n, milliseconds_since (start));
  print_sorting (table);
  gtk_window_set_child (GTK_WINDOW (window), NULL);
  gtk_window_destroy (GTK_WINDOW (window));
  frames = frames_measure (table, WIDTH, HEIGHT, N_FRAMES, step, NULL);
  frames_print ("table-scroll", "", &frames, &flat);
  return 0;
}
