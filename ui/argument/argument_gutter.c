/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/argument/argument_gutter.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "ui/argument/outline_links.h"
#include "ui/common/paint.h"
#include "ui/common/sign.h"
#include "ui/common/widget_style.h"

#define TRIANGLE_WIDTH 24
#define GAP 8
#define TOP 6 /* where the first line of the row's text begins */
#define TEXT_POINTS 10.2

struct _DemArgumentGutter
{
  GtkWidget parent_instance;

  GtkWidget *triangle;
  DemOutlineNode node;
  guint32 passing;
};

enum
{
  SIGNAL_FOLD,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DemArgumentGutter, dem_argument_gutter, GTK_TYPE_WIDGET)

static double
get_radius (DemArgumentGutter *self)
{
  return DEM_SIGN_RADIUS * dem_widget_get_text_scale (GTK_WIDGET (self));
}

static int
get_start (DemArgumentGutter *self)
{
  return (int) (dem_outline_get_level (&self->node) * DEM_OUTLINE_INDENT);
}

/* The middle of the first line of text. */
static double
get_sign_y (DemArgumentGutter *self)
{
  PangoContext *pango = gtk_widget_get_pango_context (GTK_WIDGET (self));

  return TOP + MAX (dem_paint_line_height (pango, TEXT_POINTS) / 1.25 / 2, get_radius (self));
}

static void
dem_argument_gutter_measure (GtkWidget *widget,
                             GtkOrientation orientation,
                             int for_size,
                             int *minimum,
                             int *natural,
                             int *minimum_baseline,
                             int *natural_baseline)
{
  DemArgumentGutter *self = DEM_ARGUMENT_GUTTER (widget);

  gtk_widget_measure (self->triangle, orientation, -1, minimum, natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = *natural = get_start (self) + TRIANGLE_WIDTH + (int) ceil (2 * get_radius (self)) + GAP;
  else
    *minimum = *natural = (int) ceil (get_sign_y (self) + get_radius (self));
}

static void
dem_argument_gutter_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  DemArgumentGutter *self = DEM_ARGUMENT_GUTTER (widget);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int least_width, least_height, across, size, x;

  /* A theme may want more than the column: the button then reaches over both of its edges alike. */
  gtk_widget_measure (self->triangle, GTK_ORIENTATION_HORIZONTAL, -1, &least_width, NULL, NULL, NULL);
  gtk_widget_measure (self->triangle, GTK_ORIENTATION_VERTICAL, -1, &least_height, NULL, NULL, NULL);
  across = MAX (least_width, TRIANGLE_WIDTH);
  size = MAX (least_height, TRIANGLE_WIDTH);
  x = (rtl ? width - get_start (self) - TRIANGLE_WIDTH : get_start (self)) - (across - TRIANGLE_WIDTH) / 2;
  gtk_widget_size_allocate (self->triangle,
                            &(GtkAllocation){ x, (int) get_sign_y (self) - size / 2, across, size }, -1);
}

static void
dem_argument_gutter_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  DemArgumentGutter *self = DEM_ARGUMENT_GUTTER (widget);
  const DemPalette *palette = dem_widget_get_palette (widget);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  double first = TRIANGLE_WIDTH + get_radius (self);
  DemOutlineLinks links = {
    .x = rtl ? gtk_widget_get_width (widget) - first : first,
    .step = rtl ? -DEM_OUTLINE_INDENT : DEM_OUTLINE_INDENT,
    .sign_y = get_sign_y (self),
    .radius = get_radius (self),
    .height = gtk_widget_get_height (widget),
    .gap = self->node.n_children > 0 ? TRIANGLE_WIDTH / 2.0 : 0,
  };

  dem_outline_links_paint (snapshot, gtk_widget_get_pango_context (widget), &self->node, self->passing,
                           &links, palette);
  dem_sign_paint (snapshot, self->node.sign, links.x + links.step * dem_outline_get_level (&self->node),
                  links.sign_y, dem_widget_get_text_scale (widget), palette);
  gtk_widget_snapshot_child (widget, self->triangle, snapshot);
}

static void
on_triangle_clicked (DemArgumentGutter *self)
{
  g_signal_emit (self, signals[SIGNAL_FOLD], 0);
}

static void
dem_argument_gutter_dispose (GObject *object)
{
  g_clear_pointer (&DEM_ARGUMENT_GUTTER (object)->triangle, gtk_widget_unparent);

  G_OBJECT_CLASS (dem_argument_gutter_parent_class)->dispose (object);
}

static void
dem_argument_gutter_class_init (DemArgumentGutterClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dem_argument_gutter_dispose;
  widget_class->measure = dem_argument_gutter_measure;
  widget_class->size_allocate = dem_argument_gutter_size_allocate;
  widget_class->snapshot = dem_argument_gutter_snapshot;
  gtk_widget_class_set_css_name (widget_class, "gutter");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);

  signals[SIGNAL_FOLD] = g_signal_new ("fold", DEM_TYPE_ARGUMENT_GUTTER, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                       NULL, G_TYPE_NONE, 0);
}

static void
dem_argument_gutter_init (DemArgumentGutter *self)
{
  self->triangle = gtk_button_new ();
  gtk_button_set_has_frame (GTK_BUTTON (self->triangle), FALSE);
  gtk_widget_set_can_focus (self->triangle, FALSE);
  gtk_widget_add_css_class (self->triangle, "dem-triangle");
  gtk_widget_set_parent (self->triangle, GTK_WIDGET (self));
  g_signal_connect_object (self->triangle, "clicked", G_CALLBACK (on_triangle_clicked), self,
                           G_CONNECT_SWAPPED);
}

GtkWidget *
dem_argument_gutter_new (void)
{
  return g_object_new (DEM_TYPE_ARGUMENT_GUTTER, NULL);
}

static guint32
get_passing (DemOutline *outline, const DemOutlineNode *node)
{
  guint32 passing = 0;

  for (guint32 i = node->parent; i != DEM_NO_NODE; i = dem_outline_get_node (outline, i)->parent)
    passing = dem_outline_links_passing (dem_outline_get_node (outline, i), passing);
  return passing;
}

void
dem_argument_gutter_set (DemArgumentGutter *self, DemOutlineList *list, guint32 index)
{
  DemOutline *outline;
  gboolean unfolded;

  g_return_if_fail (DEM_IS_ARGUMENT_GUTTER (self));
  g_return_if_fail (DEM_IS_OUTLINE_LIST (list));

  outline = dem_outline_list_get_outline (list);
  self->node = *dem_outline_get_node (outline, index);
  self->passing = get_passing (outline, &self->node);
  unfolded = dem_outline_list_is_unfolded (list, index);

  gtk_widget_set_visible (self->triangle, self->node.n_children > 0);
  gtk_button_set_icon_name (GTK_BUTTON (self->triangle), unfolded ? "pan-down-symbolic" : "pan-end-symbolic");
  dem_widget_set_tooltip (self->triangle, unfolded ? _("Fold") : _("Unfold"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->triangle), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  unfolded ? _("Fold") : _("Unfold"), -1);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
