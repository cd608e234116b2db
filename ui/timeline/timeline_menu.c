/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The context menu of the timeline, and the button that shows the selection. */

#include <glib/gi18n-lib.h>
#include <math.h>

#include "ui/common/canvas_menu.h"
#include "ui/common/hover_why.h"
#include "ui/timeline/timeline_extent.h"
#include "ui/timeline/timeline_view_private.h"

#define TOLERANCE 6.0
#define MARGIN 0.08 /* around what is fitted, of its length */
#define SHORTEST_FIT 30.0 /* days: a single day alone would say nothing */
#define MOST_CLAIMS 5

/* ---- Fitting ---- */

static void
fit_extent (DemTimelineView *self, DemPeriod extent)
{
  DemTimelineCamera camera = { (double) extent.first, (double) extent.last + 1 };
  double margin = MAX (MARGIN * dem_timeline_camera_length (&camera),
                       (SHORTEST_FIT - dem_timeline_camera_length (&camera)) / 2);

  dem_timeline_view_set_camera (self, (DemTimelineCamera){ camera.first - margin, camera.last + margin });
}

static gboolean
get_selected_extent (DemTimelineView *self, DemPeriod *extent)
{
  DemFocus *focus = dem_timeline_view_get_focus (self);
  guint n = 0;
  const DemRef *selection = focus != NULL ? dem_focus_get_selection (focus, &n) : NULL;
  gboolean found = FALSE;

  for (guint i = 0; i < n; i++)
    {
      DemPeriod own;

      if (!dem_timeline_extent (self->index->dossier, selection[i], &own))
        continue;
      *extent = found ? (DemPeriod){ MIN (extent->first, own.first), MAX (extent->last, own.last) } : own;
      found = TRUE;
    }
  return found;
}

void
dem_timeline_view_update_menu_actions (DemTimelineView *self)
{
  DemPeriod extent;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "timeline.fit-selection",
                                 self->index != NULL && get_selected_extent (self, &extent));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "timeline.clear-period",
                                 self->index != NULL
                                     && !dem_focus_period_is_linked (dem_timeline_view_get_focus (self)));
}

static void
fit_selection (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DemTimelineView *self = DEM_TIMELINE_VIEW (widget);
  DemPeriod extent;

  if (self->index != NULL && get_selected_extent (self, &extent))
    fit_extent (self, extent);
}

/* ---- What the menu does ---- */

/* What it is about; the dossier may have been read again meanwhile. */
static gboolean
has_target (DemTimelineView *self)
{
  return self->index != NULL && !dem_ref_is_none (self->menu_ref)
         && self->menu_ref.index < dem_dossier_count (self->index->dossier, self->menu_ref.kind);
}

static void
fit_mark (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DemTimelineView *self = DEM_TIMELINE_VIEW (widget);
  DemPeriod extent;

  if (has_target (self) && dem_timeline_extent (self->index->dossier, self->menu_ref, &extent))
    fit_extent (self, extent);
}

static void
set_period (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DemTimelineView *self = DEM_TIMELINE_VIEW (widget);
  DemPeriod extent;

  if (has_target (self) && dem_timeline_extent (self->index->dossier, self->menu_ref, &extent))
    dem_focus_set_period (dem_timeline_view_get_focus (self), extent);
}

static void
clear_period (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DemTimelineView *self = DEM_TIMELINE_VIEW (widget);

  if (self->index != NULL)
    dem_focus_clear_period (dem_timeline_view_get_focus (self));
}

static void
select_mark (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DemTimelineView *self = DEM_TIMELINE_VIEW (widget);

  if (has_target (self))
    dem_focus_select (dem_timeline_view_get_focus (self), self->menu_ref);
}

static void
show_details (GtkWidget *widget, const char *name, GVariant *parameter)
{
  select_mark (widget, name, parameter);
  gtk_widget_activate_action (widget, "win.show-page", "s", "details");
}

static void
show_why (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DemTimelineView *self = DEM_TIMELINE_VIEW (widget);

  if (has_target (self))
    dem_canvas_show_card (DEM_CANVAS (self), self->menu_ref);
}

static void
go_to (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DemTimelineView *self = DEM_TIMELINE_VIEW (widget);
  DemRef ref = self->index != NULL ? dem_dossier_find (self->index->dossier, g_variant_get_string (parameter, NULL))
                                   : DEM_REF_NONE;

  if (!dem_ref_is_none (ref))
    dem_focus_select (dem_timeline_view_get_focus (self), ref);
}

/* ---- Notes ---- */

#define CLICKED 6.0 /* pixels: how exactly one points */
#define SINGLE_DAYS 2.0 /* of how many days a click tells days apart, and of how many months */
#define MONTHS 40.0

/* The unit of the calendar in which a day lies, as EDTF writes it: no finer than can be pointed at. */
static DemNoteTarget *
new_time_around (DemDay day, double days)
{
  DemDate date = dem_day_to_date (day);
  const char *sign = date.year < 0 ? "-" : "";
  int year = (int) ABS (date.year);
  g_autofree char *text = NULL;

  if (ABS (date.year) > 9999)
    text = g_strdup_printf ("Y%" G_GINT64_FORMAT, date.year);
  else if (days > MONTHS)
    text = g_strdup_printf ("%s%04d", sign, year);
  else if (days > SINGLE_DAYS)
    text = g_strdup_printf ("%s%04d-%02d", sign, year, date.month);
  else
    text = g_strdup_printf ("%s%04d-%02d-%02d", sign, year, date.month, date.day);
  return dem_note_target_new (DEM_TARGET_TIME, text);
}

/* The period if the point is in one, else the day, month or year that can be told apart there. */
DemNoteTarget *
dem_timeline_view_dup_target_at (DemCanvas *canvas, double x, double y)
{
  DemTimelineView *self = DEM_TIMELINE_VIEW (canvas);
  DemTimelinePart part = dem_timeline_view_part_at (self, x, y, NULL);
  DemPeriod period;
  DemDay day;
  double days;

  if (self->index == NULL || (part != DEM_TIMELINE_LANES && part != DEM_TIMELINE_HISTOGRAM))
    return NULL;
  day = (DemDay) floor (dem_timeline_view_day_at (self, x));
  period = dem_focus_get_period (dem_timeline_view_get_focus (self));
  if (!dem_focus_period_is_linked (dem_timeline_view_get_focus (self)) && day >= period.first && day <= period.last)
    return dem_note_target_new_period (period);
  days = fabs (dem_timeline_view_day_at (self, x + CLICKED) - dem_timeline_view_day_at (self, x));
  return new_time_around (day, days);
}

/* ---- The menu ---- */

static void
append_claim (GMenu *menu, DemDossier *dossier, DemRef claim)
{
  g_autofree char *name = dem_dossier_dup_label (dossier, claim);
  g_auto (GStrv) parts = g_strsplit (name, "_", -1);
  g_autofree char *label = g_strjoinv ("__", parts); /* an underscore would be a key */
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, "timeline.go", "s", dem_dossier_get_item (dossier, claim)->id);
  g_menu_append_item (menu, item);
}

/* "Why is this here?": the claims that use it lead to themselves. */
static void
append_claims (DemTimelineView *self, GMenu *menu)
{
  DemDossier *dossier = self->index->dossier;
  g_autoptr (GArray) claims = dem_hover_collect_claims (
      dossier, self->menu_ref, dem_focus_get_scenario (dem_timeline_view_get_focus (self)));
  g_autoptr (GMenu) section = g_menu_new ();
  g_autofree char *more = NULL;

  for (guint i = 0; i < MIN (claims->len, MOST_CLAIMS); i++)
    append_claim (section, dossier, g_array_index (claims, DemRef, i));
  if (claims->len > MOST_CLAIMS)
    {
      more = g_strdup_printf (ngettext ("%u More in Details", "%u More in Details", claims->len - MOST_CLAIMS),
                              claims->len - MOST_CLAIMS);
      g_menu_append (section, more, "timeline.details");
    }
  if (claims->len > 0)
    g_menu_append_section (menu, _ ("Used By"), G_MENU_MODEL (section));
}

static GMenuModel *
create_menu (DemTimelineView *self, double x, double y)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) mark = g_menu_new ();
  g_autoptr (GMenu) all = g_menu_new ();
  DemPeriod extent;

  if (has_target (self))
    {
      g_menu_append (mark, _ ("_Select"), "timeline.select");
      g_menu_append (mark, _ ("Show in _Details"), "timeline.details");
      g_menu_append (mark, _ ("_Why Is This Here?"), "timeline.why");
      if (dem_timeline_extent (self->index->dossier, self->menu_ref, &extent))
        {
          g_menu_append (mark, _ ("_Fit in View"), "timeline.fit-mark");
          g_menu_append (mark, _ ("Set _Period to This"), "timeline.period-mark");
        }
      g_menu_append_section (menu, NULL, G_MENU_MODEL (mark));
      append_claims (self, menu);
    }
  dem_canvas_menu_append_notes (DEM_CANVAS (self), menu, has_target (self) ? self->menu_ref : DEM_REF_NONE, x, y);
  g_menu_append (all, _ ("Show _All Time"), "timeline.fit");
  g_menu_append (all, _ ("_Clear the Period"), "timeline.clear-period");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (all));
  return G_MENU_MODEL (menu);
}

void
dem_timeline_view_open_menu (DemTimelineView *self, DemRef ref, const GdkRectangle *at)
{
  g_autoptr (GMenuModel) menu = NULL;

  if (self->index == NULL)
    return;
  self->menu_ref = ref;
  dem_canvas_close_card (DEM_CANVAS (self));
  dem_timeline_view_clear_menu (self);
  menu = create_menu (self, at->x, at->y);
  self->menu = gtk_popover_menu_new_from_model (menu);
  gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
  gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
  gtk_popover_set_position (GTK_POPOVER (self->menu), GTK_POS_BOTTOM);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), at);
  gtk_popover_popup (GTK_POPOVER (self->menu));
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

void
dem_timeline_view_clear_menu (DemTimelineView *self)
{
  g_clear_pointer (&self->menu, gtk_widget_unparent);
}

static void
open_at (DemTimelineView *self, double x, double y)
{
  DemScene *scene = dem_canvas_get_scene (DEM_CANVAS (self));

  if (scene != NULL)
    dem_timeline_view_open_menu (self, dem_scene_hit (scene, x, y, TOLERANCE),
                                 &(GdkRectangle){ (int) x, (int) y, 1, 1 });
}

static void
on_secondary (GtkGestureClick *click, int n_press, double x, double y, DemTimelineView *self)
{
  gtk_gesture_set_state (GTK_GESTURE (click), GTK_EVENT_SEQUENCE_CLAIMED);
  open_at (self, x, y);
}

static void
on_long_press (GtkGestureLongPress *press, double x, double y, DemTimelineView *self)
{
  gtk_gesture_set_state (GTK_GESTURE (press), GTK_EVENT_SEQUENCE_CLAIMED);
  open_at (self, x, y);
}

/* At the keyboard cursor, or in the corner when it is nowhere. */
static void
open_menu_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DemTimelineView *self = DEM_TIMELINE_VIEW (widget);
  DemRef cursor = dem_canvas_get_cursor (DEM_CANVAS (self));
  graphene_rect_t bounds = GRAPHENE_RECT_INIT ((float) self->layout.left, (float) self->layout.axis_y, 1, 1);

  if (!dem_canvas_get_mark_bounds (DEM_CANVAS (self), cursor, &bounds))
    cursor = DEM_REF_NONE;
  dem_timeline_view_open_menu (self, cursor,
                               &(GdkRectangle){ (int) bounds.origin.x, (int) bounds.origin.y, (int) bounds.size.width,
                                                (int) bounds.size.height });
}

void
dem_timeline_view_install_menu (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "timeline.fit-selection", NULL, fit_selection);
  gtk_widget_class_install_action (widget_class, "timeline.select", NULL, select_mark);
  gtk_widget_class_install_action (widget_class, "timeline.details", NULL, show_details);
  gtk_widget_class_install_action (widget_class, "timeline.why", NULL, show_why);
  gtk_widget_class_install_action (widget_class, "timeline.go", "s", go_to);
  gtk_widget_class_install_action (widget_class, "timeline.fit-mark", NULL, fit_mark);
  gtk_widget_class_install_action (widget_class, "timeline.period-mark", NULL, set_period);
  gtk_widget_class_install_action (widget_class, "timeline.clear-period", NULL, clear_period);
  gtk_widget_class_install_action (widget_class, "timeline.menu", NULL, open_menu_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Menu, 0, "timeline.menu", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, "timeline.menu", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Home, GDK_SHIFT_MASK, "timeline.fit-selection", NULL);
}

void
dem_timeline_view_init_menu (DemTimelineView *self)
{
  GtkGesture *click = gtk_gesture_click_new (), *press = gtk_gesture_long_press_new ();

  self->menu_ref = DEM_REF_NONE;
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect_object (click, "pressed", G_CALLBACK (on_secondary), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (press), TRUE);
  g_signal_connect_object (press, "pressed", G_CALLBACK (on_long_press), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (press));
}
