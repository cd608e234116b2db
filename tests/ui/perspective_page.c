/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The details page of a perspective: its toggle, who stands how, what changed, and the events that changed it. */

#include "tests/support/fixture.h"
#include "tests/support/widgets.h"
#include "ui/details/details_page.h"

typedef struct
{
  GtkWindow *window;
  GtkWidget *page;
  DemDossier *dossier;
  DemFocus *focus;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  f->dossier = open_fixture ("../data/dossiers/north-korea-2020.dossier.json");
  f->focus = dem_focus_new ();
  dem_focus_open (f->focus, f->dossier);
  dem_focus_set_period (f->focus,
                        (DemPeriod){ dem_day_from_date (2018, 1, 1), dem_day_from_date (2018, 12, 31) });
  f->page = dem_details_page_new ();
  dem_details_page_set_focus (DEM_DETAILS_PAGE (f->page), f->focus);
  f->window = show_in_window (f->page);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  gtk_window_destroy (f->window);
  settle ();
  g_assert_finalize_object (f->focus);
  g_object_unref (f->dossier);
}

static guint32
get_actor (Fixture *f, const char *id)
{
  return dem_dossier_find (f->dossier, id).index;
}

static gboolean
is_toggle (GtkWidget *widget, gconstpointer data)
{
  return GTK_IS_TOGGLE_BUTTON (widget);
}

static GtkToggleButton *
find_toggle (Fixture *f)
{
  GtkWidget *toggle = find_widget (f->page, is_toggle, NULL);
  g_assert_nonnull (toggle);
  return GTK_TOGGLE_BUTTON (toggle);
}

static gboolean
is_row_called (GtkWidget *widget, gconstpointer label)
{
  g_autofree char *fault = NULL;

  if (!GTK_IS_LIST_BOX_ROW (widget))
    return FALSE;
  fault = gtk_test_accessible_check_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, label, NULL);
  return fault == NULL;
}

static void
test_toggle (Fixture *f, gconstpointer data)
{
  dem_focus_select (f->focus, DEM_REF (ACTOR, get_actor (f, "china")));
  settle ();
  g_assert_false (gtk_toggle_button_get_active (find_toggle (f)));
  gtk_widget_grab_focus (GTK_WIDGET (find_toggle (f)));
  gtk_toggle_button_set_active (find_toggle (f), TRUE);
  settle ();
  g_assert_cmpuint (dem_focus_get_perspective (f->focus), ==, get_actor (f, "china"));
  g_assert_true (gtk_toggle_button_get_active (find_toggle (f)));
  g_assert_true (shows (f->page, "Standing"));
  /* The page was made again under the keyboard, which stays where it was. */
  g_assert_true (gtk_root_get_focus (GTK_ROOT (f->window)) == GTK_WIDGET (find_toggle (f)));
  gtk_toggle_button_set_active (find_toggle (f), FALSE);
  settle ();
  g_assert_cmpuint (dem_focus_get_perspective (f->focus), ==, DEM_NO_INDEX);
  g_assert_false (shows (f->page, "Standing"));
}

static void
test_changes (Fixture *f, gconstpointer data)
{
  const DemRef *selection;
  guint n;

  dem_focus_set_perspective (f->focus, get_actor (f, "china"));
  settle ();
  g_assert_true (shows (f->page, "China’s relations"));
  g_assert_true (shows (f->page, "How others stood with it on 31 Dec 2018"));
  g_assert_true (shows (f->page, "7, worst first"));
  GtkWidget *row = find_widget (f->page, is_row_called, "North Korea, from Strained to Friendly, 8 Mar 2018");
  g_assert_nonnull (row);

  /* The event that changed it is one click away; what came later did not change it. */
  guint32 event = dem_dossier_find (f->dossier, "summit-announced").index;
  g_autofree char *name = dem_dossier_dup_label (f->dossier, DEM_REF (EVENT, event));
  click (find_link (row, name));
  selection = dem_focus_get_selection (f->focus, &n);
  g_assert_cmpuint (n, ==, 1);
  g_assert_true (dem_ref_equal (selection[0], DEM_REF (EVENT, event)));
}

static void
test_row (Fixture *f, gconstpointer data)
{
  dem_focus_set_perspective (f->focus, get_actor (f, "china"));
  settle ();
  gtk_widget_activate (find_widget (f->page, is_row_called, "North Korea, from Strained to Friendly, 8 Mar 2018"));
  settle ();
  g_assert_true (dem_focus_is_selected (f->focus, dem_dossier_find (f->dossier, "china+north-korea")));
}

/* What is not told is said. */
static void
test_nothing_told (Fixture *f, gconstpointer data)
{
  dem_focus_set_perspective (f->focus, get_actor (f, "soviet-union"));
  settle ();
  g_assert_true (shows (f->page, "Soviet Union was not there on 31 Dec 2018."));
  g_assert_true (shows (f->page, "No standing changed in the period 2018."));
  dem_focus_set_perspective (f->focus, get_actor (f, "cato-institute"));
  settle ();
  g_assert_true (shows (f->page, "Nothing is told of how anybody stood with Cato Institute on 31 Dec 2018."));
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add ("/perspective-page/toggle", Fixture, NULL, set_up, test_toggle, tear_down);
  g_test_add ("/perspective-page/changes", Fixture, NULL, set_up, test_changes, tear_down);
  g_test_add ("/perspective-page/row", Fixture, NULL, set_up, test_row, tear_down);
  g_test_add ("/perspective-page/nothing-told", Fixture, NULL, set_up, test_nothing_told, tear_down);
  return g_test_run ();
}
