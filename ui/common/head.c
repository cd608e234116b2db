/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/common/head.h"

#include <math.h>

#include "ui/common/paint.h"
#include "ui/common/widget_style.h"

#define CORNER 2.4
#define INITIALS_POINTS 5.6
#define GROUP_WIDTH 1.1 /* of its height */
#define RING 1.6

struct _DemHeadIcon
{
  GtkWidget parent_instance;

  DemDossier *dossier; /* nullable */
  guint32 actor;
  gboolean marked;
};

G_DEFINE_FINAL_TYPE (DemHeadIcon, dem_head_icon, GTK_TYPE_WIDGET)

char *
dem_head_dup_initials (const char *name)
{
  GString *letters = g_string_new (NULL);
  gboolean at_start = TRUE;

  for (const char *p = name; *p != '\0' && g_utf8_strlen (letters->str, -1) < 2; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      gboolean first = letters->len == 0;

      if (at_start && g_unichar_isalnum (c) && (first || !g_unichar_islower (c)))
        g_string_append_unichar (letters, g_unichar_toupper (c));
      at_start = g_unichar_isspace (c) || c == 0x2013 || c == '/';
    }
  return g_string_free (letters, FALSE);
}

static void
trace_rounded (cairo_t *cr, double x, double y, double width, double height, double radius)
{
  cairo_new_sub_path (cr);
  cairo_arc (cr, x + width - radius, y + radius, radius, -G_PI_2, 0);
  cairo_arc (cr, x + width - radius, y + height - radius, radius, 0, G_PI_2);
  cairo_arc (cr, x + radius, y + height - radius, radius, G_PI_2, G_PI);
  cairo_arc (cr, x + radius, y + radius, radius, G_PI, 3 * G_PI_2);
  cairo_close_path (cr);
}

static void
trace_hexagon (cairo_t *cr, double x, double y, double width, double height)
{
  double corner = height * 0.29;
  cairo_move_to (cr, x, y + height / 2);
  cairo_line_to (cr, x + corner, y);
  cairo_line_to (cr, x + width - corner, y);
  cairo_line_to (cr, x + width, y + height / 2);
  cairo_line_to (cr, x + width - corner, y + height);
  cairo_line_to (cr, x + corner, y + height);
  cairo_close_path (cr);
}

void
dem_head_trace (cairo_t *cr, DemActorKind kind, const graphene_rect_t *box, double outside)
{
  double x = box->origin.x - outside, y = box->origin.y - outside;
  double width = box->size.width + 2 * outside, height = box->size.height + 2 * outside;
  switch (kind)
    {
    case DEM_ACTOR_ORGANISATION:
      trace_rounded (cr, x, y, width, height, CORNER + MAX (outside, 0));
      break;
    case DEM_ACTOR_GROUP:
      trace_hexagon (cr, x, y, width, height);
      break;
    case DEM_ACTOR_STATE:
    case DEM_ACTOR_PERSON:
    default:
      trace_rounded (cr, x, y, width, height, MIN (width, height) / 2);
      break;
    }
}

double
dem_head_get_width (DemActorKind kind)
{
  return kind == DEM_ACTOR_GROUP ? DEM_HEAD_SIZE * GROUP_WIDTH : DEM_HEAD_SIZE;
}

/* Those who stand out are in the colour of the viewpoint, a state is a ring as on the map. */
static void
paint_shape (GtkSnapshot *snapshot, DemActorKind kind, const graphene_rect_t *box, const GdkRGBA *color)
{
  cairo_t *cr = dem_paint_cairo (snapshot, box);
  gboolean hollow = kind == DEM_ACTOR_STATE;

  gdk_cairo_set_source_rgba (cr, color);
  dem_head_trace (cr, kind, box, hollow ? -RING / 2 : 0);
  cairo_set_line_width (cr, RING);
  if (hollow)
    cairo_stroke (cr);
  else
    cairo_fill (cr);
  cairo_destroy (cr);
}

void
dem_head_paint (GtkSnapshot *snapshot,
                PangoContext *pango,
                DemDossier *dossier,
                guint32 actor,
                double x,
                double y,
                double scale,
                gboolean marked,
                const DemPalette *palette)
{
  DemActorKind kind = dem_dossier_actor (dossier, actor)->kind;
  g_autofree char *name = dem_dossier_dup_name (dossier, DEM_REF (ACTOR, actor));
  g_autofree char *initials = dem_head_dup_initials (name);
  g_autoptr (PangoLayout) layout = dem_paint_layout (pango, initials, INITIALS_POINTS, DEM_TEXT_BOLD);
  const GdkRGBA *color = marked ? &palette->accent : &palette->head;
  double w = dem_head_get_width (kind) * scale, h = DEM_HEAD_SIZE * scale, width, height;
  graphene_rect_t box = GRAPHENE_RECT_INIT ((float) (x - w / 2), (float) (y - h / 2), (float) w, (float) h);

  paint_shape (snapshot, kind, &box, color);
  dem_paint_measure (layout, &width, &height);
  dem_paint_text (snapshot, layout, x - width / 2, y - height / 2, kind == DEM_ACTOR_STATE ? color : &palette->on_head);
}

/* ---- The widget ---- */

static void
dem_head_icon_measure (GtkWidget *widget,
                       GtkOrientation orientation,
                       int for_size,
                       int *minimum,
                       int *natural,
                       int *minimum_baseline,
                       int *natural_baseline)
{
  DemHeadIcon *self = DEM_HEAD_ICON (widget);
  double size = DEM_HEAD_SIZE;

  if (orientation == GTK_ORIENTATION_HORIZONTAL && self->dossier != NULL)
    size = dem_head_get_width (dem_dossier_actor (self->dossier, self->actor)->kind);
  *minimum = *natural = (int) ceil (size * dem_widget_get_text_scale (widget));
}

static void
dem_head_icon_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  DemHeadIcon *self = DEM_HEAD_ICON (widget);

  if (self->dossier != NULL)
    dem_head_paint (snapshot, gtk_widget_get_pango_context (widget), self->dossier, self->actor,
                    gtk_widget_get_width (widget) / 2.0, gtk_widget_get_height (widget) / 2.0,
                    dem_widget_get_text_scale (widget), self->marked, dem_widget_get_palette (widget));
}

static void
dem_head_icon_dispose (GObject *object)
{
  g_clear_object (&DEM_HEAD_ICON (object)->dossier);

  G_OBJECT_CLASS (dem_head_icon_parent_class)->dispose (object);
}

static void
dem_head_icon_class_init (DemHeadIconClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dem_head_icon_dispose;
  widget_class->measure = dem_head_icon_measure;
  widget_class->snapshot = dem_head_icon_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_widget_class_set_css_name (widget_class, "head");
}

static void
dem_head_icon_init (DemHeadIcon *self)
{
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

GtkWidget *
dem_head_icon_new (void)
{
  return g_object_new (DEM_TYPE_HEAD_ICON, NULL);
}

void
dem_head_icon_set (DemHeadIcon *self, DemDossier *dossier, guint32 actor, gboolean marked)
{
  g_autofree char *name = NULL;

  g_return_if_fail (DEM_IS_HEAD_ICON (self));

  if (actor == DEM_NO_INDEX)
    dossier = NULL;
  gtk_widget_set_visible (GTK_WIDGET (self), dossier != NULL);
  if (self->dossier == dossier && self->actor == actor && self->marked == marked)
    return;
  self->actor = actor;
  self->marked = marked;
  g_set_object (&self->dossier, dossier);
  if (dossier != NULL)
    name = dem_dossier_dup_name (dossier, DEM_REF (ACTOR, actor));
  dem_widget_set_tooltip (GTK_WIDGET (self), name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name != NULL ? name : "", -1);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
