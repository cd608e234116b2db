/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/map/legend.h"

#include "ui/common/paint.h"
#include "ui/map/choropleth.h"
#include "ui/map/halo.h"
#include "ui/map/markers.h"

#define MARGIN 16.0
#define LINE 28.0 /* length of a sample */
#define FILL 12.0 /* height of a shaded one */
#define MARK 16.0 /* width of a mark */
#define HEAD 11.0 /* and of a head in it */
#define SAMPLE_GAP 6.0
#define GAP 16.0 /* between entries */
#define HALO 2.5

/* The corner that the view's buttons take. */
#define BUTTONS_WIDTH 172.0
#define BUTTONS_HEIGHT 62.0

typedef enum
{
  SAMPLE_NONE,
  SAMPLE_LINE,
  SAMPLE_FILL,
  SAMPLE_KIND,
} Sample;

typedef struct
{
  Sample sample;
  int which; /* a DemStance or a DemActorKind */
  gboolean begins_row;
  PangoLayout *layout;
  graphene_rect_t bounds;
} Entry;

struct _DemMapLegend
{
  const DemPalette *palette;
  GArray *entries; /* Entry */
  graphene_rect_t bounds, buttons;
  int unplaced; /* index of the entry that counts them, or -1 */
  int count;    /* the same of the text that is set last */
  gboolean begins_row;
  gboolean right_to_left;
};

static double
get_sample_width (Sample sample)
{
  static const double widths[]
      = { [SAMPLE_LINE] = LINE + SAMPLE_GAP, [SAMPLE_FILL] = LINE + SAMPLE_GAP, [SAMPLE_KIND] = MARK + SAMPLE_GAP };
  return widths[sample];
}

static void
clear_entry (gpointer data)
{
  g_clear_object (&((Entry *) data)->layout);
}

DemMapLegend *
dem_map_legend_new (const DemPalette *palette)
{
  DemMapLegend *self = g_new0 (DemMapLegend, 1);
  self->palette = palette;
  self->entries = g_array_new (FALSE, TRUE, sizeof (Entry));
  g_array_set_clear_func (self->entries, clear_entry);
  self->unplaced = -1;
  self->count = -1;
  return self;
}

void
dem_map_legend_free (DemMapLegend *self)
{
  g_array_unref (self->entries);
  g_free (self);
}

static void
add_entry (DemMapLegend *self, Sample sample, int which, PangoLayout *layout)
{
  Entry entry = { sample, which, self->begins_row, g_object_ref (layout) };
  double width, height;

  dem_paint_measure (layout, &width, &height);
  graphene_rect_init (&entry.bounds, 0, 0, (float) (width + get_sample_width (sample)), (float) height);
  self->begins_row = FALSE;
  g_array_append_val (self->entries, entry);
}

void
dem_map_legend_add_line (DemMapLegend *self, DemStance stance, PangoLayout *layout)
{
  add_entry (self, SAMPLE_LINE, (int) stance, layout);
}

void
dem_map_legend_add_fill (DemMapLegend *self, DemStance stance, PangoLayout *layout)
{
  add_entry (self, SAMPLE_FILL, (int) stance, layout);
}

void
dem_map_legend_add_kind (DemMapLegend *self, DemActorKind kind, PangoLayout *layout)
{
  add_entry (self, SAMPLE_KIND, (int) kind, layout);
}

void
dem_map_legend_add_text (DemMapLegend *self, PangoLayout *layout)
{
  add_entry (self, SAMPLE_NONE, 0, layout);
}

void
dem_map_legend_add_unplaced (DemMapLegend *self, PangoLayout *layout)
{
  self->unplaced = (int) self->entries->len;
  dem_map_legend_add_text (self, layout);
}

void
dem_map_legend_add_count (DemMapLegend *self, PangoLayout *widest)
{
  self->count = (int) self->entries->len;
  dem_map_legend_add_text (self, widest);
}

void
dem_map_legend_set_count (DemMapLegend *self, PangoLayout *layout)
{
  g_return_if_fail (self->count >= 0);

  g_set_object (&g_array_index (self->entries, Entry, self->count).layout, layout);
}

void
dem_map_legend_begin_row (DemMapLegend *self)
{
  self->begins_row = TRUE;
}

static gboolean
is_right_to_left (const DemMapLegend *self)
{
  PangoLayout *layout = self->entries->len > 0 ? g_array_index (self->entries, Entry, 0).layout : NULL;

  return layout != NULL
         && pango_context_get_base_dir (pango_layout_get_context (layout)) == PANGO_DIRECTION_RTL;
}

static void
mirror (graphene_rect_t *box, double width)
{
  box->origin.x = (float) (width - box->origin.x - box->size.width);
}

static void
mirror_all (DemMapLegend *self, double width)
{
  self->right_to_left = TRUE;
  for (guint i = 0; i < self->entries->len; i++)
    mirror (&g_array_index (self->entries, Entry, i).bounds, width);
  mirror (&self->bounds, width);
  mirror (&self->buttons, width);
}

/* Rows from the bottom upwards would turn the order around: first find out how many there are. */
static void
lay_out_entries (DemMapLegend *self, double room, double foot)
{
  double x = 0.0, y = 0.0, widest = 0.0, line = 0.0;
  for (guint i = 0; i < self->entries->len; i++)
    {
      Entry *entry = &g_array_index (self->entries, Entry, i);
      line = MAX (line, entry->bounds.size.height + 2.0);
      if (x > 0 && (entry->begins_row || x + entry->bounds.size.width > room - MARGIN))
        {
          x = 0.0;
          y += line;
        }
      entry->bounds.origin = GRAPHENE_POINT_INIT ((float) x, (float) y);
      x += entry->bounds.size.width + GAP;
      widest = MAX (widest, x - GAP);
    }

  double height = y + line, top = foot - MARGIN + 6.0 - height;
  for (guint i = 0; i < self->entries->len; i++)
    graphene_rect_offset (&g_array_index (self->entries, Entry, i).bounds, (float) MARGIN, (float) top);
  graphene_rect_init (&self->bounds, (float) MARGIN, (float) top, (float) widest, (float) height);
}

void
dem_map_legend_lay_out (DemMapLegend *self, double width, double height, gboolean has_buttons)
{
  if (has_buttons)
    graphene_rect_init (&self->buttons, (float) (width - BUTTONS_WIDTH), (float) (height - BUTTONS_HEIGHT),
                        (float) BUTTONS_WIDTH, (float) BUTTONS_HEIGHT);
  lay_out_entries (self, width - self->buttons.size.width, height);
  if (is_right_to_left (self))
    mirror_all (self, width);
}

const graphene_rect_t *
dem_map_legend_get_buttons (DemMapLegend *self)
{
  return &self->buttons;
}

const graphene_rect_t *
dem_map_legend_get_bounds (DemMapLegend *self)
{
  return &self->bounds;
}

const graphene_rect_t *
dem_map_legend_get_unplaced_box (DemMapLegend *self)
{
  return self->unplaced >= 0 ? &g_array_index (self->entries, Entry, self->unplaced).bounds : NULL;
}

static void
draw_kind (const DemMapLegend *self, cairo_t *cr, DemActorKind kind, double x, double y)
{
  DemMapHead head = { .kind = kind };
  double width = kind == DEM_ACTOR_GROUP ? HEAD * 1.15 : HEAD;
  DemMapHeadBox box = { &head, GRAPHENE_RECT_INIT ((float) (x + MARK / 2 - width / 2), (float) (y - HEAD / 2),
                                                   (float) width, (float) HEAD) };

  if (kind == DEM_ACTOR_STATE)
    dem_map_draw_state (cr, x + MARK / 2, y, &head, self->palette);
  else
    dem_map_draw_head (cr, &box, self->palette);
}

/* What is not told has the land's colour and, so that it is seen on it, a thin edge. */
static void
draw_fill (const DemMapLegend *self, cairo_t *cr, DemStance stance, double x, double y)
{
  cairo_rectangle (cr, x, y - FILL / 2, LINE, FILL);
  if (stance != DEM_STANCE_NONE)
    {
      dem_choropleth_paint_sample (cr, stance, self->palette);
      return;
    }
  gdk_cairo_set_source_rgba (cr, &self->palette->land);
  cairo_fill_preserve (cr);
  gdk_cairo_set_source_rgba (cr, &self->palette->dim);
  cairo_set_line_width (cr, 1.0);
  cairo_stroke (cr);
}

static void
draw_sample (const DemMapLegend *self, cairo_t *cr, const Entry *entry)
{
  double x = entry->bounds.origin.x, y = entry->bounds.origin.y + entry->bounds.size.height / 2;

  if (self->right_to_left)
    x += entry->bounds.size.width - get_sample_width (entry->sample) + SAMPLE_GAP;
  if (entry->sample == SAMPLE_KIND)
    draw_kind (self, cr, (DemActorKind) entry->which, x, y);
  if (entry->sample == SAMPLE_FILL)
    draw_fill (self, cr, (DemStance) entry->which, x, y);
  if (entry->sample != SAMPLE_LINE)
    return;
  cairo_move_to (cr, x, y);
  cairo_line_to (cr, x + LINE, y);
  dem_stance_stroke (cr, (DemStance) entry->which, self->palette, &self->palette->sea, 1.0, 1.0);
}

static double
get_text_x (const DemMapLegend *self, const Entry *entry)
{
  double width, height, sample = get_sample_width (entry->sample);

  if (!self->right_to_left)
    return entry->bounds.origin.x + sample;
  dem_paint_measure (entry->layout, &width, &height);
  return entry->bounds.origin.x + entry->bounds.size.width - sample - width;
}

void
dem_map_legend_draw (DemMapLegend *self, GtkSnapshot *snapshot, int scale_factor)
{
  graphene_rect_t bounds = self->bounds;
  graphene_rect_inset (&bounds, -6, -6);
  /* Black coastlines would run through the lines that are to be learnt. */
  if (self->palette->high_contrast)
    gtk_snapshot_append_color (snapshot, &self->palette->sea, &bounds);
  cairo_t *cr = dem_paint_cairo (snapshot, &bounds);
  for (guint i = 0; i < self->entries->len; i++)
    draw_sample (self, cr, &g_array_index (self->entries, Entry, i));
  cairo_destroy (cr);

  for (guint i = 0; i < self->entries->len; i++)
    {
      const Entry *entry = &g_array_index (self->entries, Entry, i);
      if (entry->layout == NULL)
        continue;
      dem_map_draw_text (snapshot, entry->layout, get_text_x (self, entry), entry->bounds.origin.y,
                         &self->palette->dim, &self->palette->sea, HALO, scale_factor);
    }
}
