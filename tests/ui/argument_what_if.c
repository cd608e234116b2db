/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The argument page: what is assumed, what becomes of it, what the thesis hangs on, and why. */

#include "tests/support/argument_page.h"
#include "ui/argument/credence_toggles.h"
#include "ui/common/explanation.h"

/* ---- What if ---- */

static GtkWidget *
find_toggle (GtkWidget *item, const char *label)
{
  GType type = DEM_TYPE_CREDENCE_TOGGLES;
  GtkWidget *toggles = find_widget (item, has_type, &type);

  for (GtkWidget *toggle = gtk_widget_get_first_child (toggles); toggle != NULL; toggle = gtk_widget_get_next_sibling (toggle))
    {
      g_autofree char *fault = gtk_test_accessible_check_property (GTK_ACCESSIBLE (toggle),
                                                                   GTK_ACCESSIBLE_PROPERTY_LABEL, label, NULL);

      if (fault == NULL)
        return toggle;
    }
  g_error ("There is no “%s”", label);
}

static gboolean
is_pressed (Fixture *f, const char *row, const char *toggle)
{
  return gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (find_toggle (get_item_widget (f, row), toggle)));
}

#define GROUND "level 2, for: Good reason. The ground."

static void
test_toggles (Fixture *f, gconstpointer data)
{
  click (find_toggle (get_item_widget (f, GROUND), "Reject"));
  g_assert_cmpfloat (dem_notebook_get_assumption (f->notebook, "ground"), ==, 0.05);
  assert_spoken (get_item_widget (f, GROUND), GROUND ", strength 0.05, was 0.55, set by you, 1 reason");
  g_assert_true (is_pressed (f, GROUND, "Reject"));
  /* The same claim elsewhere. */
  g_assert_true (is_pressed (f, "level 2, for: The objection. The ground.", "Reject"));
  g_assert_true (shows (f->page, "Your own what-if"));

  click (find_toggle (get_item_widget (f, GROUND), "Accept"));
  g_assert_cmpfloat (dem_notebook_get_assumption (f->notebook, "ground"), ==, 0.95);
  g_assert_false (is_pressed (f, GROUND, "Reject"));
  click (find_toggle (get_item_widget (f, GROUND), "Accept"));
  g_assert_true (isnan (dem_notebook_get_assumption (f->notebook, "ground")));
  g_assert_false (shows (f->page, "Your own what-if"));
  dem_undo_undo (dem_notebook_get_undo (f->notebook));
  settle ();
  g_assert_true (is_pressed (f, GROUND, "Accept"));
}

static void
test_judging_keys (Fixture *f, gconstpointer data)
{
  gtk_widget_grab_focus (get_item_widget (f, GROUND));
  g_assert_true (press (f, GDK_KEY_a, 0));
  g_assert_true (is_pressed (f, GROUND, "Accept"));
  g_assert_true (press (f, GDK_KEY_D, GDK_SHIFT_MASK));
  g_assert_true (is_pressed (f, GROUND, "Doubt"));
  g_assert_false (press (f, GDK_KEY_a, GDK_CONTROL_MASK));
  g_assert_true (press (f, GDK_KEY_r, 0));
  g_assert_true (is_pressed (f, GROUND, "Reject"));
  g_assert_true (gtk_widget_is_focus (get_item_widget (f, GROUND)));
  g_assert_true (press (f, GDK_KEY_0, 0));
  g_assert_cmpuint (dem_notebook_count_judgements (f->notebook), ==, 0);
}

/* A screen reader that listens to the row also hears what became of the thesis. */
static void
test_news (Fixture *f, gconstpointer data)
{
  GtkWidget *row = get_item_widget (f, GROUND);

  gtk_widget_grab_focus (row);
  press (f, GDK_KEY_r, 0);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "The thesis is at 0.36, was 0.22; 4 claims changed");
  press (f, GDK_KEY_0, 0);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "The thesis is at 0.22, was 0.36; 0 claims changed");
}

/* And so does one that listens to anything else in the window, until the keyboard leaves it. */
static void
test_news_elsewhere (Fixture *f, gconstpointer data)
{
  GtkWidget *toggle = find_toggle (get_item_widget (f, GROUND), "Accept");
  g_autofree char *fault = NULL;

  gtk_widget_grab_focus (toggle);
  dem_notebook_assume (f->notebook, "ground", 0.05);
  settle ();
  g_usleep (200000);
  settle ();
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (toggle), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "The thesis is at 0.36, was 0.22; 4 claims changed");
  gtk_widget_grab_focus (get_item_widget (f, GROUND));
  settle ();
  fault = gtk_test_accessible_check_property (GTK_ACCESSIBLE (toggle), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                              "The thesis is at 0.36, was 0.22; 4 claims changed", NULL);
  g_assert_nonnull (fault);
}

static void
test_reset_all (Fixture *f, gconstpointer data)
{
  GtkWidget *reset;

  dem_notebook_assume (f->notebook, "ground", 0.95);
  dem_notebook_set_start (f->notebook, "deep", 0.2);
  settle ();
  g_assert_true (shows (f->page, "1 assumption, 1 starting value of your own, 5 claims changed"));
  reset = find_widget (f->page, is_button, "Rese_t");
  g_assert_nonnull (reset);
  g_assert_true (gtk_widget_activate_action (reset, "argument.reset-all", NULL));
  settle ();
  g_assert_cmpuint (dem_notebook_count_judgements (f->notebook), ==, 0);
  g_assert_false (shows (f->page, "Your own what-if"));
  g_assert_false (gtk_widget_activate_action (f->page, "argument.reset-all", NULL)
                  && dem_notebook_count_judgements (f->notebook) > 0);
}

/* Reasons for what is fixed count for nothing, and look it. */
static gboolean
is_idle (GtkWidget *widget, gconstpointer data)
{
  return gtk_widget_has_css_class (widget, "dem-idle");
}

static void
test_idle (Fixture *f, gconstpointer data)
{
  g_assert_null (find_widget (f->list, is_idle, NULL));
  dem_notebook_assume (f->notebook, "reason", 0.95);
  settle ();
  g_assert_nonnull (find_widget (get_item_widget (f, GROUND), is_idle, NULL));
  g_assert_null (find_widget (get_item_widget (f, "level 1, for: The thesis. Good reason"), is_idle, NULL));
}

/* ---- What it hangs on ---- */

static gboolean
is_cruxes_button (GtkWidget *widget, gconstpointer data)
{
  return GTK_IS_TOGGLE_BUTTON (widget) && g_strcmp0 (gtk_widget_get_tooltip_text (widget), "What the thesis hangs on") == 0;
}


static void
test_cruxes (Fixture *f, gconstpointer data)
{
  GtkToggleButton *button = GTK_TOGGLE_BUTTON (find_widget (f->page, is_cruxes_button, NULL));
  GType type = GTK_TYPE_LIST_BOX;
  GtkWidget *list;

  gtk_toggle_button_set_active (button, TRUE);
  wait_for_cruxes (f);
  g_assert_true (shows (f->page, "It leans on these"));
  g_assert_true (shows (f->page, "It gains if one of these is false"));
  g_assert_true (shows (f->page, "It leans on these sources") || shows (f->page, "Good reason"));
  list = find_widget (f->page, has_type, &type);
  g_signal_emit_by_name (list, "row-activated", gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 0));
  settle ();
  assert_selection (f, "reason");
  g_assert_false (gtk_toggle_button_get_active (button));
  g_assert_true (is_selected (get_item_widget (f, "level 1, for: The thesis. Good reason")));
}

/* ---- Why ---- */

static void
test_explanation (Fixture *f, gconstpointer data)
{
  GtkWidget *explanation
      = g_object_ref_sink (dem_explanation_new (f->focus, f->evaluator, f->notebook, ref_of (f, "objection")));
  GType type = GTK_TYPE_SPIN_BUTTON;
  GtkWidget *spin;

  g_assert_true (shows (explanation, "Its reasons lift it from 0.10 to 0.60."));
  g_assert_true (shows (explanation, "Strength 0.60"));
  g_assert_true (shows (explanation, "The ground."));
  g_assert_true (shows (explanation, "adds much: +0.50"));
  dem_notebook_assume (f->notebook, "ground", 0.05);
  g_assert_true (shows (explanation, "Strength 0.15; without the what-if 0.60"));
  g_assert_true (shows (explanation, "adds a little: +0.05, was +0.50"));

  spin = find_widget (explanation, has_type, &type);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (spin), 0.4);
  g_assert_cmpfloat (dem_notebook_get_start (f->notebook, "objection"), ==, 0.4);
  g_assert_true (shows (explanation, "Yours; the dossier says 0.10."));
  dem_notebook_reset_all_claims (f->notebook);
  g_assert_cmpfloat (gtk_spin_button_get_value (GTK_SPIN_BUTTON (spin)), ==, 0.1);
  g_assert_true (shows (explanation, "By default, so that belief comes from its reasons."));
  g_assert_finalize_object (explanation);
}

static void
test_explanation_key (Fixture *f, gconstpointer data)
{
  GType type = DEM_TYPE_EXPLANATION;
  GtkWidget *explanation;

  gtk_widget_grab_focus (get_item_widget (f, GROUND));
  g_assert_true (press (f, GDK_KEY_e, 0));
  explanation = find_widget (get_item_widget (f, GROUND), has_type, &type);
  g_assert_nonnull (explanation);
  gtk_popover_popdown (GTK_POPOVER (gtk_widget_get_ancestor (explanation, GTK_TYPE_POPOVER)));
  settle ();
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  ADD_TEST ("/argument-what-if/toggles", test_toggles);
  ADD_TEST ("/argument-what-if/judging-keys", test_judging_keys);
  ADD_TEST ("/argument-what-if/news", test_news);
  ADD_TEST ("/argument-what-if/news-elsewhere", test_news_elsewhere);
  ADD_TEST ("/argument-what-if/reset-all", test_reset_all);
  ADD_TEST ("/argument-what-if/idle", test_idle);
  ADD_TEST ("/argument-what-if/cruxes", test_cruxes);
  ADD_TEST ("/argument-what-if/explanation", test_explanation);
  ADD_TEST ("/argument-what-if/explanation-key", test_explanation_key);
  return g_test_run ();
}
