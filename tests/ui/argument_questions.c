/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The critical questions of a step, asked and answered from its row in the outline. */

#include "tests/support/argument_page.h"
#include "ui/argument/questions_button.h"
#include "ui/common/question_row.h"
#include "ui/common/questions.h"

#define GROUND "level 2, for: Good reason. The ground."
#define COMPANION "level 1, for: The thesis. The companion."

static GtkWidget *
find_button (Fixture *f, const char *row)
{
  GType type = DEM_TYPE_QUESTIONS_BUTTON;

  return find_widget (get_item_widget (f, row), has_type, &type);
}

static GtkWidget *
find_questions (Fixture *f, const char *row)
{
  GType type = DEM_TYPE_QUESTIONS;

  return find_widget (get_item_widget (f, row), has_type, &type);
}

static guint
count_questions (Fixture *f)
{
  guint n_answered;

  return dem_questions_count (f->notebook, dem_dossier_inference (f->dossier, ref_of (f, "i2").index), &n_answered);
}

/* Where a step's kind of reasoning is known, and nowhere else. */
static void
test_where (Fixture *f, gconstpointer data)
{
  g_assert_nonnull (find_button (f, GROUND));
  g_assert_null (find_button (f, COMPANION));
  g_assert_null (find_button (f, "thesis: The thesis."));
  g_assert_null (find_button (f, "level 1, claim: The stray."));
}

static void
test_count (Fixture *f, gconstpointer data)
{
  GtkWidget *row = get_item_widget (f, GROUND);
  g_autofree char *none = g_strdup_printf ("Critical questions: 0 of %u answered", count_questions (f));
  g_autofree char *one = g_strdup_printf ("Critical questions: 1 of %u answered", count_questions (f));
  g_autofree char *shown = g_strdup_printf ("1/%u", count_questions (f));

  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, none);
  g_assert_false (shows (row, shown));
  dem_notebook_answer (f->notebook, "i2", 1, "It is so.");
  settle ();
  g_assert_true (shows (row, shown));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, one);
  dem_undo_undo (dem_notebook_get_undo (f->notebook));
  settle ();
  g_assert_false (shows (row, shown));
}

/* Q opens them with the keyboard at the first that is open, and what is typed there is an answer. */
static void
test_answer (Fixture *f, gconstpointer data)
{
  GtkWidget *row = get_item_widget (f, GROUND), *focused;
  GType type = GTK_TYPE_TEXT_VIEW;
  GtkWidget *editor;

  dem_notebook_answer (f->notebook, "i2", 1, "It is so.");
  gtk_widget_grab_focus (row);
  g_assert_true (press (f, GDK_KEY_q, 0));
  g_assert_nonnull (find_questions (f, GROUND));
  focused = gtk_window_get_focus (f->window);
  g_assert_true (DEM_IS_QUESTION_ROW (focused));
  g_assert_cmpint (gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (focused)), ==, 1);
  dem_question_row_edit (DEM_QUESTION_ROW (focused));
  editor = find_widget (focused, has_type, &type);
  g_assert_nonnull (editor);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (editor)), "Since 1961.", -1);
  gtk_popover_popdown (GTK_POPOVER (gtk_widget_get_ancestor (focused, GTK_TYPE_POPOVER)));
  settle ();
  g_assert_cmpstr (dem_notebook_get_answer (f->notebook, "i2", 2), ==, "Since 1961.");
}

static void
test_nothing_to_ask (Fixture *f, gconstpointer data)
{
  gtk_widget_grab_focus (get_item_widget (f, COMPANION));
  g_assert_false (press (f, GDK_KEY_q, 0));
  gtk_widget_grab_focus (get_item_widget (f, "thesis: The thesis."));
  g_assert_false (press (f, GDK_KEY_q, 0));
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  ADD_TEST ("/argument-questions/where", test_where);
  ADD_TEST ("/argument-questions/count", test_count);
  ADD_TEST ("/argument-questions/answer", test_answer);
  ADD_TEST ("/argument-questions/nothing-to-ask", test_nothing_to_ask);
  return g_test_run ();
}
