/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/timeline/time_handle.h"

#include <glib/gi18n-lib.h>

#include "app/base/edtf.h"
#include "ui/common/widget_style.h"

#define PAGE 5       /* steps */
#define RING 2.0
#define DRAWN_WIDTH 6.0
#define DRAWN_HEIGHT 16.0

struct _DemTimeHandle
{
  GtkWidget parent_instance;

  char *label;
};

enum
{
  STEP,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DemTimeHandle, dem_time_handle, GTK_TYPE_WIDGET)

static char *
dup_label (DemTimeHandleKind kind, const char *day)
{
  switch (kind)
    {
    case DEM_HANDLE_PERIOD_BEGIN:
      return g_strdup_printf (_ ("Period begins %s"), day);
    case DEM_HANDLE_PERIOD_END:
      return g_strdup_printf (_ ("Period ends %s"), day);
    case DEM_HANDLE_VIEW_BEGIN:
      return g_strdup_printf (_ ("View begins %s"), day);
    case DEM_HANDLE_VIEW_END:
    default:
      return g_strdup_printf (_ ("View ends %s"), day);
    }
}

void
dem_time_handle_set_day (DemTimeHandle *self, DemTimeHandleKind kind, DemDay day, DemDay first, DemDay last)
{
  g_autofree char *date = NULL;
  g_autofree char *label = NULL;

  g_return_if_fail (DEM_IS_TIME_HANDLE (self));

  date = dem_day_format (day);
  label = dup_label (kind, date);
  if (g_strcmp0 (label, self->label) == 0)
    return;
  g_free (self->label);
  self->label = g_steal_pointer (&label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, self->label,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, date, GTK_ACCESSIBLE_PROPERTY_VALUE_MIN,
                                  (double) first, GTK_ACCESSIBLE_PROPERTY_VALUE_MAX, (double) last,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_NOW, (double) day, -1);
}

const char *
dem_time_handle_get_label (DemTimeHandle *self)
{
  g_return_val_if_fail (DEM_IS_TIME_HANDLE (self), NULL);

  return self->label;
}

void
dem_time_handle_set_active (DemTimeHandle *self, gboolean active)
{
  g_return_if_fail (DEM_IS_TIME_HANDLE (self));

  gtk_widget_set_focusable (GTK_WIDGET (self), active);
  gtk_widget_set_child_visible (GTK_WIDGET (self), active);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_HIDDEN, !active, -1);
}

static gboolean
on_key (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  int by = g_variant_get_int32 (arguments);

  g_signal_emit (widget, signals[STEP], 0,
                 gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL && ABS (by) == 1 ? -by : by);
  return TRUE;
}

static void
dem_time_handle_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  GtkRoot *window = gtk_widget_get_root (widget);
  GdkRGBA accent = dem_widget_get_palette (widget)->accent;
  const float widths[4] = { RING, RING, RING, RING };
  const GdkRGBA colors[4] = { accent, accent, accent, accent };
  float width = DRAWN_WIDTH + 4 * RING, height = DRAWN_HEIGHT + 4 * RING;
  GskRoundedRect outline;

  if (!gtk_widget_is_focus (widget) || !GTK_IS_WINDOW (window) || !gtk_window_get_focus_visible (GTK_WINDOW (window)))
    return;
  gsk_rounded_rect_init_from_rect (&outline,
                                   &GRAPHENE_RECT_INIT (((float) gtk_widget_get_width (widget) - width) / 2,
                                                        ((float) gtk_widget_get_height (widget) - height) / 2, width,
                                                        height),
                                   6);
  gtk_snapshot_append_border (snapshot, &outline, widths, colors);
}

static void
dem_time_handle_finalize (GObject *object)
{
  g_free (DEM_TIME_HANDLE (object)->label);
  G_OBJECT_CLASS (dem_time_handle_parent_class)->finalize (object);
}

static void
bind_key (GtkWidgetClass *klass, guint keyval, guint keypad, int by)
{
  gtk_widget_class_add_binding (klass, keyval, 0, on_key, "i", by);
  gtk_widget_class_add_binding (klass, keypad, 0, on_key, "i", by);
}

static void
dem_time_handle_class_init (DemTimeHandleClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = dem_time_handle_finalize;
  widget_class->snapshot = dem_time_handle_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_SLIDER);
  gtk_widget_class_set_css_name (widget_class, "dem-time-handle");
  bind_key (widget_class, GDK_KEY_Left, GDK_KEY_KP_Left, -1);
  bind_key (widget_class, GDK_KEY_Right, GDK_KEY_KP_Right, 1);
  bind_key (widget_class, GDK_KEY_Page_Down, GDK_KEY_KP_Page_Down, -PAGE);
  bind_key (widget_class, GDK_KEY_Page_Up, GDK_KEY_KP_Page_Up, PAGE);

  signals[STEP] = g_signal_new ("step", DEM_TYPE_TIME_HANDLE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                G_TYPE_INT);
}

static void
dem_time_handle_init (DemTimeHandle *self)
{
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
  dem_time_handle_set_active (self, FALSE);
  g_signal_connect_object (self, "notify::has-focus", G_CALLBACK (gtk_widget_queue_draw), self, 0);
}
