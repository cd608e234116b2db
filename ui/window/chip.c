/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/window/chip.h"

/* Longer names end in an ellipsis; the tooltip has them in full. */
#define MAX_CHARACTERS 28

struct _DemChip
{
  GtkWidget parent_instance;

  DemChipKind kind;
  DemRef ref;
  GtkLabel *label;
};

G_DEFINE_FINAL_TYPE (DemChip, dem_chip, GTK_TYPE_WIDGET)

enum
{
  CLEARED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
on_clear_clicked (GtkButton *button, DemChip *self)
{
  g_assert (DEM_IS_CHIP (self));

  g_signal_emit (self, signals[CLEARED], 0);
}

static void
dem_chip_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (dem_chip_parent_class)->dispose (object);
}

static void
dem_chip_class_init (DemChipClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dem_chip_dispose;

  signals[CLEARED] = g_signal_new ("cleared", DEM_TYPE_CHIP, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "chip");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
dem_chip_init (DemChip *self)
{
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
}

static void
add_icon (DemChip *self, const char *name)
{
  GtkWidget *icon = gtk_image_new_from_icon_name (name);

  gtk_image_set_pixel_size (GTK_IMAGE (icon), 14);
  gtk_widget_set_parent (icon, GTK_WIDGET (self));
}

static void
add_label (DemChip *self, const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  self->label = GTK_LABEL (label);
  gtk_label_set_ellipsize (self->label, PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (self->label, MAX_CHARACTERS);
  gtk_label_set_single_line_mode (self->label, TRUE);
  gtk_widget_set_parent (label, GTK_WIDGET (self));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), text);
}

static void
add_button (DemChip *self, const char *clear)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("window-close-symbolic");

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "circular");
  gtk_widget_set_tooltip_text (button, clear);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, clear, -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_clear_clicked), self, 0);
  gtk_widget_set_parent (button, GTK_WIDGET (self));
}

GtkWidget *
dem_chip_new (DemChipKind kind, DemRef ref, const char *icon, const char *text, const char *clear)
{
  static const char *const classes[] = { "selection", "note", "perspective", "viewpoint", "period", "scenario" };
  DemChip *self;

  g_return_val_if_fail (kind < G_N_ELEMENTS (classes), NULL);
  g_return_val_if_fail (text != NULL, NULL);

  self = g_object_new (DEM_TYPE_CHIP, NULL);
  self->kind = kind;
  self->ref = ref;
  gtk_widget_add_css_class (GTK_WIDGET (self), classes[kind]);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);

  if (icon != NULL)
    add_icon (self, icon);
  add_label (self, text);
  if (clear != NULL)
    add_button (self, clear);

  return GTK_WIDGET (self);
}

DemChipKind
dem_chip_get_kind (DemChip *self)
{
  g_return_val_if_fail (DEM_IS_CHIP (self), DEM_CHIP_SELECTION);

  return self->kind;
}

DemRef
dem_chip_get_ref (DemChip *self)
{
  g_return_val_if_fail (DEM_IS_CHIP (self), DEM_REF_NONE);

  return self->ref;
}

const char *
dem_chip_get_text (DemChip *self)
{
  g_return_val_if_fail (DEM_IS_CHIP (self), NULL);

  return gtk_label_get_text (self->label);
}
