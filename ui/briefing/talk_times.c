/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/briefing/talk_times.h"

#include <glib/gi18n-lib.h>

#include "ui/common/widget_style.h"

#define BAR_HEIGHT 8

struct _DemTalkTimes
{
  GtkWidget parent_instance;

  /* of the template */
  GtkWidget *box;
  GtkLabel *elapsed;
  GtkLabel *planned;
  GtkLabel *pace;
  GtkLabel *clock;
  GtkLabel *total;
  GtkWidget *bar;
  GtkButton *pause;
  GtkWidget *reset;

  DemTalk *talk;
  guint second; /* source */
  double share; /* of the planned time that has passed */
  double due;   /* that should have */
};

G_DEFINE_FINAL_TYPE (DemTalkTimes, dem_talk_times, GTK_TYPE_WIDGET)

static void
set_text (GtkLabel *label, const char *text)
{
  if (g_strcmp0 (gtk_label_get_text (label), text) != 0)
    gtk_label_set_text (label, text);
}

static void
show_clock (DemTalkTimes *self)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *text = g_date_time_format (now, "%H:%M");

  set_text (self->clock, text);
}

static void
show_pause (DemTalkTimes *self, DemTalkClock *clock)
{
  gboolean runs = dem_talk_clock_is_running (clock);
  const char *words = runs ? _ ("Pause the timer") : _ ("Start the timer");

  gtk_button_set_icon_name (self->pause, runs ? "media-playback-pause-symbolic" : "media-playback-start-symbolic");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->pause), words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->pause), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_widget_set_sensitive (self->reset, dem_talk_clock_has_started (clock));
}

static void
refresh (DemTalkTimes *self)
{
  DemTalkClock *clock = dem_talk_get_clock (self->talk);
  gint64 now = g_get_monotonic_time ();
  double elapsed = dem_talk_clock_get_elapsed (clock, now), planned = dem_talk_clock_get_planned (clock);
  double by_now = dem_talk_clock_get_planned_by_now (clock, now);
  g_autofree char *elapsed_text = dem_talk_clock_format (elapsed);
  g_autofree char *due_text = dem_talk_clock_format (by_now);
  g_autofree char *total_text = dem_talk_clock_format (planned);
  g_autofree char *pace = dem_talk_clock_dup_pace (clock, now);

  set_text (self->elapsed, elapsed_text);
  set_text (self->planned, planned > 0 ? due_text : "–");
  set_text (self->pace, pace != NULL ? pace : "");
  set_text (self->total, planned > 0 ? total_text : "");
  dem_widget_set_css_class (GTK_WIDGET (self->pace), "behind",
                            dem_talk_clock_get_pace (clock, now, NULL) == DEM_PACE_BEHIND);
  show_clock (self);
  show_pause (self, clock);
  self->share = planned > 0 ? CLAMP (elapsed / planned, 0, 1) : 0;
  self->due = planned > 0 ? CLAMP (by_now / planned, 0, 1) : 0;
  gtk_widget_queue_draw (self->bar);
}

static gboolean
on_second (gpointer data)
{
  refresh (DEM_TALK_TIMES (data));
  return G_SOURCE_CONTINUE;
}

/* Time runs against the direction of reading where that goes the other way. */
static void
draw_bar (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data)
{
  DemTalkTimes *self = data;
  const DemPalette *palette = dem_widget_get_palette (GTK_WIDGET (area));

  if (gtk_widget_get_direction (GTK_WIDGET (area)) == GTK_TEXT_DIR_RTL)
    {
      cairo_translate (cr, width, 0);
      cairo_scale (cr, -1, 1);
    }
  gdk_cairo_set_source_rgba (cr, &palette->track);
  cairo_rectangle (cr, 0, 4, width, height - 8);
  cairo_fill (cr);
  gdk_cairo_set_source_rgba (cr, &palette->selection);
  cairo_rectangle (cr, 0, 4, width * self->share, height - 8);
  cairo_fill (cr);
  gdk_cairo_set_source_rgba (cr, &palette->ink);
  cairo_rectangle (cr, CLAMP (width * self->due - 1, 0, width - 2), 0, 2, height);
  cairo_fill (cr);
}

static void
on_pause (GtkButton *button, DemTalkTimes *self)
{
  DemTalkClock *clock = dem_talk_get_clock (self->talk);

  g_assert (DEM_IS_TALK_TIMES (self));

  if (dem_talk_clock_is_running (clock))
    dem_talk_clock_pause (clock, g_get_monotonic_time ());
  else
    dem_talk_clock_start (clock, g_get_monotonic_time ());
  refresh (self);
}

static void
on_reset (GtkButton *button, DemTalkTimes *self)
{
  g_assert (DEM_IS_TALK_TIMES (self));

  dem_talk_clock_reset (dem_talk_get_clock (self->talk));
  refresh (self);
}

static void
dem_talk_times_dispose (GObject *object)
{
  DemTalkTimes *self = DEM_TALK_TIMES (object);

  g_clear_handle_id (&self->second, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), DEM_TYPE_TALK_TIMES);
  g_clear_object (&self->talk);
  G_OBJECT_CLASS (dem_talk_times_parent_class)->dispose (object);
}

static void
dem_talk_times_class_init (DemTalkTimesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dem_talk_times_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/demarche/Demarche/ui/briefing/talk_times.ui");
  gtk_widget_class_bind_template_child (widget_class, DemTalkTimes, box);
  gtk_widget_class_bind_template_child (widget_class, DemTalkTimes, elapsed);
  gtk_widget_class_bind_template_child (widget_class, DemTalkTimes, planned);
  gtk_widget_class_bind_template_child (widget_class, DemTalkTimes, pace);
  gtk_widget_class_bind_template_child (widget_class, DemTalkTimes, clock);
  gtk_widget_class_bind_template_child (widget_class, DemTalkTimes, total);
  gtk_widget_class_bind_template_child (widget_class, DemTalkTimes, bar);
  gtk_widget_class_bind_template_child (widget_class, DemTalkTimes, pause);
  gtk_widget_class_bind_template_child (widget_class, DemTalkTimes, reset);
  gtk_widget_class_bind_template_callback (widget_class, on_pause);
  gtk_widget_class_bind_template_callback (widget_class, on_reset);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "times");
}

static void
dem_talk_times_init (DemTalkTimes *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (self->bar), draw_bar, self, NULL);
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (self->bar), BAR_HEIGHT + 8);
}

GtkWidget *
dem_talk_times_new (DemTalk *talk)
{
  DemTalkTimes *self = g_object_new (DEM_TYPE_TALK_TIMES, NULL);

  self->talk = g_object_ref (talk);
  g_signal_connect_object (talk, "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  self->second = g_timeout_add_seconds (1, on_second, self);
  refresh (self);
  return GTK_WIDGET (self);
}
