/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/window/sheet.h"

struct _DemSheet
{
  GtkWidget parent_instance;

  GtkRevealer *revealer;
  GtkToggleButton *grip;
  GtkImage *arrow;
  AdwBin *slot;

  int compact;
  int expanded;
};

G_DEFINE_FINAL_TYPE (DemSheet, dem_sheet, GTK_TYPE_WIDGET)

static void
apply_height (DemSheet *self)
{
  gboolean expanded = gtk_toggle_button_get_active (self->grip);

  gtk_widget_set_size_request (GTK_WIDGET (self->slot), -1, expanded ? self->expanded : self->compact);
  gtk_image_set_from_icon_name (self->arrow, expanded ? "pan-down-symbolic" : "pan-up-symbolic");
}

static void
on_grip_toggled (GtkToggleButton *grip, DemSheet *self)
{
  g_assert (DEM_IS_SHEET (self));

  apply_height (self);
}

static void
dem_sheet_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), DEM_TYPE_SHEET);

  G_OBJECT_CLASS (dem_sheet_parent_class)->dispose (object);
}

static void
dem_sheet_class_init (DemSheetClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dem_sheet_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "sheet");
  gtk_widget_class_set_template_from_resource (widget_class, "/org/demarche/Demarche/ui/window/sheet.ui");
  gtk_widget_class_bind_template_child (widget_class, DemSheet, revealer);
  gtk_widget_class_bind_template_child (widget_class, DemSheet, grip);
  gtk_widget_class_bind_template_child (widget_class, DemSheet, arrow);
  gtk_widget_class_bind_template_child (widget_class, DemSheet, slot);
  gtk_widget_class_bind_template_callback (widget_class, on_grip_toggled);
}

static void
dem_sheet_init (DemSheet *self)
{
  self->compact = -1;
  self->expanded = -1;
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
dem_sheet_new (void)
{
  return g_object_new (DEM_TYPE_SHEET, NULL);
}

AdwBin *
dem_sheet_get_slot (DemSheet *self)
{
  g_return_val_if_fail (DEM_IS_SHEET (self), NULL);

  return self->slot;
}

gboolean
dem_sheet_get_revealed (DemSheet *self)
{
  g_return_val_if_fail (DEM_IS_SHEET (self), FALSE);

  return gtk_revealer_get_reveal_child (self->revealer);
}

void
dem_sheet_set_revealed (DemSheet *self, gboolean revealed)
{
  g_return_if_fail (DEM_IS_SHEET (self));

  gtk_revealer_set_reveal_child (self->revealer, revealed);
  if (!revealed)
    gtk_toggle_button_set_active (self->grip, FALSE);
}

void
dem_sheet_set_heights (DemSheet *self, int compact, int expanded)
{
  g_return_if_fail (DEM_IS_SHEET (self));

  if (self->compact == compact && self->expanded == expanded)
    return;
  self->compact = compact;
  self->expanded = expanded;
  apply_height (self);
}
