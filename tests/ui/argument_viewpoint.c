/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Whose claims stand out: what is seen of them in the outline, and what is left out. */

#include "tests/support/argument_page.h"
#include "ui/common/head.h"

#define DEEP "level 3, for: The ground. The deep."

static void
hold (Fixture *f, const char *actor)
{
  dem_focus_set_viewpoint (f->focus, actor != NULL ? ref_of (f, actor).index : DEM_NO_INDEX);
  settle ();
}

static gboolean
is_marked (GtkWidget *widget, gconstpointer name)
{
  return is_text (widget, name) && gtk_widget_has_css_class (widget, "dem-marked");
}

static gboolean
begins_with (GtkWidget *widget, gconstpointer beginning)
{
  return GTK_IS_LABEL (widget) && g_str_has_prefix (gtk_label_get_text (GTK_LABEL (widget)), beginning);
}

static void
test_stands_out (Fixture *f, gconstpointer data)
{
  GtkWidget *thesis = get_item_widget (f, "thesis: The thesis.");

  g_assert_null (find_item_widget (f, DEEP));
  g_assert_null (find_widget (f->list, is_marked, "The League"));
  hold (f, "league");
  g_assert_nonnull (find_widget (get_item_widget (f, DEEP), is_marked, "The League"));
  g_assert_null (find_widget (thesis, is_marked, "Pat Person"));
  hold (f, "pat");
  g_assert_nonnull (find_widget (thesis, is_marked, "Pat Person"));
  g_assert_null (find_widget (f->list, is_marked, "The League"));
  hold (f, NULL);
  g_assert_null (find_widget (f->list, is_marked, "Pat Person"));
}

static void
test_spoken (Fixture *f, gconstpointer data)
{
  hold (f, "league");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (get_item_widget (f, DEEP)), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "Asserted by The League.");
}

static void
test_left_out (Fixture *f, gconstpointer data)
{
  g_object_set (f->page, "only-viewpoint", TRUE, NULL);
  settle ();
  g_assert_nonnull (find_item_widget (f, "level 1, claim: The stray."));
  hold (f, "league");
  g_assert_null (find_item_widget (f, "level 1, claim: The stray."));
  g_assert_null (find_item_widget (f, "level 1, against: The thesis. The breaker."));
  g_assert_nonnull (find_item_widget (f, DEEP));
  g_assert_nonnull (find_item_widget (f, "level 1, for: The thesis. The companion."));
  g_assert_nonnull (
      find_widget (f->page, begins_with, "3 claims are left out that do not lead to one of The League."));
  g_object_set (f->page, "only-viewpoint", FALSE, NULL);
  settle ();
  g_assert_nonnull (find_item_widget (f, "level 1, claim: The stray."));
  g_assert_null (find_widget (f->page, begins_with, "3 claims are left out"));
  hold (f, NULL);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  ADD_TEST ("/argument-viewpoint/stands-out", test_stands_out);
  ADD_TEST ("/argument-viewpoint/spoken", test_spoken);
  ADD_TEST ("/argument-viewpoint/left-out", test_left_out);
  return g_test_run ();
}
