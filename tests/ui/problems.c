/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The list of problems: every one has a row, and all can be taken away as text. */

#include <adwaita.h>

#include "ui/problems/problem_row.h"
#include "ui/problems/problems_window.h"

static GPtrArray *
create_problems (guint n)
{
  GPtrArray *problems = g_ptr_array_new_with_free_func ((GDestroyNotify) dem_problem_free);

  for (guint i = 0; i < n; i++)
    {
      const DemProblem problem = { .severity = i == 0 ? DEM_SEVERITY_ERROR : DEM_SEVERITY_WARNING,
                                   .code = "dangling-reference",
                                   .message = (char *) "There is no actor “x”.",
                                   .item = i == 0 ? (char *) "a+x" : NULL,
                                   .pointer = (char *) "/relations/0/to",
                                   .line = i + 1,
                                   .column = 7 };

      g_ptr_array_add (problems, dem_problem_copy (&problem));
    }
  return problems;
}

static guint
count_rows (GtkWidget *widget)
{
  guint n = DEM_IS_PROBLEM_ROW (widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += count_rows (child);
  return n;
}

static void
test_rows (void)
{
  g_autoptr (GPtrArray) problems = create_problems (3);
  GtkWidget *window = dem_problems_window_new (problems, "broken.dossier.json");

  gtk_window_present (GTK_WINDOW (window));
  for (int i = 0; i < 20; i++)
    {
      g_usleep (5000);
      while (g_main_context_iteration (NULL, FALSE))
        ;
    }
  g_assert_cmpuint (count_rows (window), ==, 3);
  gtk_window_destroy (GTK_WINDOW (window));
}

static GtkWidget *
find_list (GtkWidget *widget)
{
  GtkWidget *found = GTK_IS_LIST_VIEW (widget) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_list (child);
  return found;
}

static void
on_item (GtkWidget *window, const char *id, GString *told)
{
  g_string_append_printf (told, "%s;", id);
}

/* A row that names an item tells it, another nothing. */
static void
test_item (void)
{
  g_autoptr (GPtrArray) problems = create_problems (2);
  GtkWidget *window = dem_problems_window_new (problems, "broken.dossier.json");
  g_autoptr (GString) told = g_string_new (NULL);

  g_signal_connect (window, "item-activated", G_CALLBACK (on_item), told);
  g_signal_emit_by_name (find_list (window), "activate", 1);
  g_signal_emit_by_name (find_list (window), "activate", 0);
  g_assert_cmpstr (told->str, ==, "a+x;");
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_text (void)
{
  g_autoptr (GPtrArray) problems = create_problems (2);
  GtkWidget *window = dem_problems_window_new (problems, "broken.dossier.json");
  g_autofree char *text = dem_problems_window_dup_text (DEM_PROBLEMS_WINDOW (window));

  g_assert_cmpstr (text, ==,
                   "broken.dossier.json:1:7: error: There is no actor “x”. [dangling-reference]\n"
                   "broken.dossier.json:2:7: warning: There is no actor “x”. [dangling-reference]\n");
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/problems/rows", test_rows);
  g_test_add_func ("/problems/item", test_item);
  g_test_add_func ("/problems/text", test_text);
  return g_test_run ();
}
