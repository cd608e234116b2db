/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Cards and the context menu of the timeline, what fits in view, and who dated what. */

#include "tests/support/timeline_view.h"
#include "ui/timeline/timeline_extent.h"
#include "ui/timeline/timeline_words.h"

static DemRef
find (Fixture *fixture, const char *id)
{
  DemRef ref = dem_dossier_find (fixture->dossier, id);

  g_assert_false (dem_ref_is_none (ref));
  return ref;
}

static void
open_menu (Fixture *fixture, const char *id)
{
  dem_timeline_view_open_menu (fixture->timeline, id != NULL ? find (fixture, id) : DEM_REF_NONE,
                               &(GdkRectangle){ 400, 100, 1, 1 });
  settle ();
  g_assert_true (gtk_widget_get_mapped (fixture->timeline->menu));
  gtk_popover_popdown (GTK_POPOVER (fixture->timeline->menu));
  settle ();
}

static void
activate (Fixture *fixture, const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->timeline), action, NULL));
  settle ();
}

static void
test_menu (Fixture *fixture, gconstpointer data)
{
  DemPeriod extent, view;

  open_menu (fixture, "xi-kim-1");
  activate (fixture, "timeline.select");
  g_assert_true (dem_focus_is_selected (fixture->focus, find (fixture, "xi-kim-1")));

  g_assert_true (dem_timeline_extent (fixture->dossier, find (fixture, "xi-kim-1"), &extent));
  g_assert_cmpint (extent.first, ==, dem_day_from_date (2018, 3, 25));
  g_assert_cmpint (extent.last, ==, dem_day_from_date (2018, 3, 28));
  activate (fixture, "timeline.period-mark");
  g_assert_cmpint (dem_focus_get_period (fixture->focus).first, ==, extent.first);
  g_assert_cmpint (dem_focus_get_period (fixture->focus).last, ==, extent.last);
  activate (fixture, "timeline.clear-period");
  g_assert_true (dem_focus_period_is_linked (fixture->focus));

  activate (fixture, "timeline.fit-mark");
  view = dem_focus_get_view (fixture->focus);
  g_assert_cmpint (view.first, <=, extent.first);
  g_assert_cmpint (view.last, >=, extent.last);
  g_assert_cmpint (view.last - view.first, <, 60);

  /* Beside a mark: what concerns all. */
  open_menu (fixture, NULL);
  activate (fixture, "timeline.fit");
  g_assert_cmpint (dem_focus_get_view (fixture->focus).first, ==, dem_dossier_get_span (fixture->dossier).first);
}

/* Fills in what the menu of an event lists as using it; returns how many. */
static guint
collect_claims (Fixture *fixture, const char *id, GStrv *ids)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  GMenuModel *menu;
  guint n = 0;

  open_menu (fixture, id);
  menu = gtk_popover_menu_get_menu_model (GTK_POPOVER_MENU (fixture->timeline->menu));
  for (int i = 0; i < g_menu_model_get_n_items (menu); i++)
    {
      g_autoptr (GMenuModel) section = g_menu_model_get_item_link (menu, i, G_MENU_LINK_SECTION);
      g_autofree char *heading = NULL;

      if (!g_menu_model_get_item_attribute (menu, i, G_MENU_ATTRIBUTE_LABEL, "s", &heading))
        continue;
      g_assert_cmpstr (heading, ==, "Used By");
      for (int j = 0; j < g_menu_model_get_n_items (section); j++, n++)
        {
          g_autofree char *claim = NULL;

          g_menu_model_get_item_attribute (section, j, G_MENU_ATTRIBUTE_TARGET, "s", &claim);
          g_strv_builder_add (builder, claim);
        }
    }
  *ids = g_strv_builder_end (builder);
  return n;
}

/* "Why is this here?": the claims that are about an event, each of which leads to itself; none where there are none. */
static void
test_claims (Fixture *fixture, gconstpointer data)
{
  g_auto (GStrv) claims = NULL;
  g_auto (GStrv) none = NULL;

  g_assert_cmpuint (collect_claims (fixture, "xi-kim-1", &claims), ==, 1);
  g_assert_cmpstr (claims[0], ==, "first-before-singapore");
  g_assert_true (gtk_widget_activate_action (fixture->view, "timeline.go", "s", claims[0]));
  g_assert_true (dem_focus_is_selected (fixture->focus, find (fixture, "first-before-singapore")));
  g_assert_cmpuint (collect_claims (fixture, "korean-war-begins", &none), ==, 0);
}

#define TOOLTIP_DELAY (700 * 1000)

/* A window that goes away takes a menu with it that is still open: without a warning, which would be fatal here. GTK 4.8 itself
 * warns when a surface goes while it waits to show a tooltip there, whatever the menu: first that has to pass. */
static void
test_destroy_open (Fixture *fixture, gconstpointer data)
{
  dem_timeline_view_open_menu (fixture->timeline, find (fixture, "xi-kim-1"), &(GdkRectangle){ 400, 100, 1, 1 });
  iterate_for (TOOLTIP_DELAY);
  g_assert_true (gtk_widget_get_mapped (fixture->timeline->menu));
}

/* What the selection takes of time fits in view: a pair's phases, an actor's events. */
static void
test_fit_selection (Fixture *fixture, gconstpointer data)
{
  static const char *const ids[] = { "xi-kim-1", "china+north-korea", "xi-jinping" };

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      DemPeriod extent, view;

      dem_focus_select (fixture->focus, find (fixture, ids[i]));
      g_assert_true (dem_timeline_extent (fixture->dossier, find (fixture, ids[i]), &extent));
      activate (fixture, "timeline.fit-selection");
      view = dem_focus_get_view (fixture->focus);
      g_assert_cmpint (view.first, <=, extent.first);
      g_assert_cmpint (view.last, >=, extent.last);
    }
  g_assert_false (dem_timeline_extent (fixture->dossier, find (fixture, "cult"), &(DemPeriod){ 0 }));
}

static char *
get_card (Fixture *fixture, const char *id)
{
  g_assert_true (dem_canvas_show_card (DEM_CANVAS (fixture->timeline), find (fixture, id)));
  settle ();
  return dem_hover_card_dup_text (dem_canvas_get_card (DEM_CANVAS (fixture->timeline)));
}

/* The card says what, when, whose dating, and which claims rest on it. */
static void
test_cards (Fixture *fixture, gconstpointer data)
{
  g_autofree char *meeting = NULL;
  g_autofree char *claim = NULL;
  g_autofree char *pair = NULL;
  g_autofree char *phase = NULL;

  dem_focus_set_view (fixture->focus, (DemPeriod){ dem_day_from_date (2018, 1, 1), dem_day_from_date (2018, 12, 31) });
  settle ();
  meeting = get_card (fixture, "xi-kim-1");
  claim = dem_dossier_dup_label (fixture->dossier, find (fixture, "first-before-singapore"));
  g_assert_nonnull (strstr (meeting, "25–28 March 2018"));
  g_assert_nonnull (strstr (meeting, "dates added by the maker"));
  g_assert_nonnull (strstr (meeting, claim));

  pair = get_card (fixture, "china+north-korea");
  g_assert_nonnull (strstr (pair, "China – North Korea"));
  phase = get_card (fixture, "cn-kp-thaw");
  g_assert_nonnull (strstr (phase, "China – North Korea"));
  dem_canvas_close_card (DEM_CANVAS (fixture->timeline));
}

static void
test_dating (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *id;
    DemDating dating;
  } cases[] = { { "xi-kim-1", DEM_DATING_ELSEWHERE },           { "kim-not-invited", DEM_DATING_OURS },
                { "sanctions-tightened", DEM_DATING_SOURCE },   { "korean-war-begins", DEM_DATING_ELSEWHERE },
                { "flournoy-moderates", DEM_DATING_OURS },      { "cult", DEM_DATING_SOURCE } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (dem_timeline_get_dating (fixture->dossier, find (fixture, cases[i].id)), ==, cases[i].dating);
  g_assert_null (dem_timeline_get_dating_word (DEM_DATING_SOURCE));
}

#define ADD(name, function) g_test_add ("/timeline/menu/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  ADD ("menu", test_menu);
  ADD ("claims", test_claims);
  ADD ("destroy-open", test_destroy_open);
  ADD ("fit-selection", test_fit_selection);
  ADD ("cards", test_cards);
  ADD ("dating", test_dating);
  return g_test_run ();
}
