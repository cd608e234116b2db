/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The row of chips: what is in it, what its buttons clear, what happens when there is no room. */

#include <adwaita.h>

#include "tests/support/fixture.h"
#include "tests/support/settle.h"
#include "ui/window/chip.h"
#include "ui/window/chips.h"

typedef struct
{
  DemDossier *dossier;
  DemFocus *focus;
  GtkWidget *window;
  DemChips *chips;
} Fixture;

static void
settle (void)
{
  settle_for (100 * 1000);
}

static void
set_up (Fixture *f, gconstpointer width)
{
  f->dossier = open_fixture ("fixtures/small.dossier.json");
  f->focus = dem_focus_new ();
  f->chips = DEM_CHIPS (dem_chips_new ());
  f->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (f->window), GPOINTER_TO_INT (width), 60);
  gtk_window_set_decorated (GTK_WINDOW (f->window), FALSE);
  gtk_window_set_child (GTK_WINDOW (f->window), GTK_WIDGET (f->chips));
  dem_chips_set_focus (f->chips, f->focus);
  dem_focus_open (f->focus, f->dossier);
  gtk_window_present (GTK_WINDOW (f->window));
  settle ();
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (f->window));
  g_assert_finalize_object (f->focus);
  g_object_unref (f->dossier);
}

static DemRef
find (Fixture *f, const char *id)
{
  DemRef ref = dem_dossier_find (f->dossier, id);

  g_assert_false (dem_ref_is_none (ref));
  return ref;
}

/* The n-th chip of a kind in the row, or NULL. */
static DemChip *
get_chip (Fixture *f, DemChipKind kind, guint n)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (f->chips)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (DEM_IS_CHIP (child) && dem_chip_get_kind (DEM_CHIP (child)) == kind && n-- == 0)
      return DEM_CHIP (child);
  return NULL;
}

static GtkWidget *
get_button (DemChip *chip)
{
  GtkWidget *last = gtk_widget_get_last_child (GTK_WIDGET (chip));

  return GTK_IS_BUTTON (last) ? last : NULL;
}

static void
press (DemChip *chip)
{
  g_assert_nonnull (chip);
  g_assert_nonnull (get_button (chip));
  g_signal_emit_by_name (get_button (chip), "clicked");
}

static void
test_nothing (Fixture *f, gconstpointer data)
{
  g_assert_cmpuint (dem_chips_count (f->chips), ==, 1);
  g_assert_null (get_chip (f, DEM_CHIP_SELECTION, 0));
  g_assert_nonnull (get_chip (f, DEM_CHIP_PERIOD, 0));
  g_assert_null (get_button (get_chip (f, DEM_CHIP_PERIOD, 0)));
  g_assert_cmpuint (dem_chips_count_hidden (f->chips), ==, 0);
}

static void
test_selection (Fixture *f, gconstpointer data)
{
  guint n;

  dem_focus_select (f->focus, find (f, "a"));
  dem_focus_toggle (f->focus, find (f, "a+b"));
  g_assert_cmpuint (dem_chips_count (f->chips), ==, 3);
  g_assert_cmpstr (dem_chip_get_text (get_chip (f, DEM_CHIP_SELECTION, 0)), ==, "Aland");
  g_assert_cmpstr (dem_chip_get_text (get_chip (f, DEM_CHIP_SELECTION, 1)), ==, "Aland – Bland");

  press (get_chip (f, DEM_CHIP_SELECTION, 0));
  dem_focus_get_selection (f->focus, &n);
  g_assert_cmpuint (n, ==, 1);
  g_assert_true (dem_focus_is_selected (f->focus, find (f, "a+b")));
  g_assert_cmpstr (dem_chip_get_text (get_chip (f, DEM_CHIP_SELECTION, 0)), ==, "Aland – Bland");
}

static void
test_period (Fixture *f, gconstpointer data)
{
  dem_focus_set_period (f->focus, (DemPeriod){ dem_day_from_date (1990, 1, 1), dem_day_from_date (1995, 12, 31) });
  g_assert_cmpstr (dem_chip_get_text (get_chip (f, DEM_CHIP_PERIOD, 0)), ==, "1990 – 1995");
  press (get_chip (f, DEM_CHIP_PERIOD, 0));
  g_assert_true (dem_focus_period_is_whole (f->focus));
  g_assert_null (get_button (get_chip (f, DEM_CHIP_PERIOD, 0)));
}

/* Whose relations are shown comes after the selection and before the period. */
static void
test_perspective (Fixture *f, gconstpointer data)
{
  dem_focus_select (f->focus, find (f, "b"));
  dem_focus_set_perspective (f->focus, find (f, "a").index);
  g_assert_cmpuint (dem_chips_count (f->chips), ==, 3);
  g_assert_cmpstr (dem_chip_get_text (get_chip (f, DEM_CHIP_PERSPECTIVE, 0)), ==, "Aland’s relations");
  press (get_chip (f, DEM_CHIP_PERSPECTIVE, 0));
  g_assert_cmpuint (dem_focus_get_perspective (f->focus), ==, DEM_NO_INDEX);
  g_assert_null (get_chip (f, DEM_CHIP_PERSPECTIVE, 0));
  g_assert_true (dem_focus_is_selected (f->focus, find (f, "b")));
}

static void
test_scenario (Fixture *f, gconstpointer data)
{
  dem_focus_set_scenario (f->focus, find (f, "what-if").index);
  g_assert_cmpstr (dem_chip_get_text (get_chip (f, DEM_CHIP_SCENARIO, 0)), ==, "What if");
  press (get_chip (f, DEM_CHIP_SCENARIO, 0));
  g_assert_cmpuint (dem_focus_get_scenario (f->focus), ==, DEM_NO_INDEX);
  g_assert_null (get_chip (f, DEM_CHIP_SCENARIO, 0));
}

/* The period stays in sight; what was selected last goes behind the button, and comes back when there is room. */
static void
test_overflow (Fixture *f, gconstpointer data)
{
  const char *const ids[] = { "a", "b", "c", "p", "war", "attack", "thesis", "grudge" };
  guint hidden;

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    dem_focus_toggle (f->focus, find (f, ids[i]));
  settle ();
  hidden = dem_chips_count_hidden (f->chips);
  g_assert_cmpuint (hidden, >, 0);
  g_assert_cmpuint (hidden, <, G_N_ELEMENTS (ids));
  g_assert_true (gtk_widget_get_child_visible (GTK_WIDGET (get_chip (f, DEM_CHIP_PERIOD, 0))));
  g_assert_true (gtk_widget_get_child_visible (GTK_WIDGET (get_chip (f, DEM_CHIP_SELECTION, 0))));
  g_assert_false (gtk_widget_get_child_visible (GTK_WIDGET (get_chip (f, DEM_CHIP_SELECTION, 7))));
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (f->chips)), ==, 500);

  for (guint i = 2; i < G_N_ELEMENTS (ids); i++)
    dem_focus_toggle (f->focus, find (f, ids[i]));
  settle ();
  g_assert_cmpuint (dem_chips_count_hidden (f->chips), ==, 0);
}

static int
get_x (Fixture *f, DemChipKind kind)
{
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (GTK_WIDGET (get_chip (f, kind, 0)), GTK_WIDGET (f->chips), &bounds));
  return (int) bounds.origin.x;
}

/* Where text runs from right to left, so does the row. */
static void
test_mirrored (Fixture *f, gconstpointer data)
{
  dem_focus_select (f->focus, find (f, "a"));
  settle ();
  g_assert_cmpint (get_x (f, DEM_CHIP_SELECTION), <, get_x (f, DEM_CHIP_PERIOD));
  gtk_widget_set_direction (GTK_WIDGET (f->chips), GTK_TEXT_DIR_RTL);
  settle ();
  g_assert_cmpint (get_x (f, DEM_CHIP_SELECTION), >, get_x (f, DEM_CHIP_PERIOD));
  g_assert_cmpint (get_x (f, DEM_CHIP_SELECTION), >, 600);
}

static void
test_reload (Fixture *f, gconstpointer data)
{
  g_autoptr (DemDossier) again = open_fixture ("fixtures/small.dossier.json");

  dem_focus_select (f->focus, find (f, "b"));
  dem_focus_swap (f->focus, again);
  g_assert_cmpstr (dem_chip_get_text (get_chip (f, DEM_CHIP_SELECTION, 0)), ==, "Bland");
  dem_focus_open (f->focus, NULL);
  g_assert_cmpuint (dem_chips_count (f->chips), ==, 0);
}

#define ADD(name, width, func)                                                                                          \
  g_test_add ("/chips/" name, Fixture, GINT_TO_POINTER (width), set_up, func, tear_down)

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  ADD ("nothing-selected", 800, test_nothing);
  ADD ("selection", 800, test_selection);
  ADD ("period", 800, test_period);
  ADD ("perspective", 800, test_perspective);
  ADD ("scenario", 800, test_scenario);
  ADD ("overflow", 500, test_overflow);
  ADD ("mirrored", 800, test_mirrored);
  ADD ("reload", 800, test_reload);
  return g_test_run ();
}
