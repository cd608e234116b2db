/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/export/paper_pdf.h"

#include <glib/gi18n-lib.h>

#include "ui/common/paint.h"
#include "ui/common/scene.h"
#include "ui/export/page.h"
#include "ui/export/pdf.h"
#include "ui/map/map_scene.h"
#include "ui/timeline/timeline_scene.h"

#define ROOM (DEM_PDF_A4_WIDTH - 2 * DEM_PDF_MARGIN)
#define FOOT 30.0
#define BOTTOM (DEM_PDF_A4_HEIGHT - DEM_PDF_MARGIN - FOOT)
#define FOOT_POINTS 7.5
#define INDENT 16.0
#define PIXELS_PER_POINT (96.0 / 72.0)

/* A heading stands alone at the foot of no page. */
#define HEADING_ROOM 60.0

/* Down to which letters may be made smaller. */
#define LEAST_SCALE 0.65
#define SHRINK 0.95

/* How each kind of block is set, sizes in points. */
static const struct
{
  double points, before, after;
  DemTextStyle style;
  gboolean dim;
  double height; /* of a picture, as a share of its width */
} styles[] = {
  [DEM_BLOCK_TITLE] = { 22, 0, 6, DEM_TEXT_BOLD, FALSE, 0 },
  [DEM_BLOCK_HEADING] = { 13, 14, 5, DEM_TEXT_BOLD, FALSE, 0 },
  [DEM_BLOCK_SUBHEADING] = { 11, 9, 4, DEM_TEXT_BOLD, FALSE, 0 },
  [DEM_BLOCK_TEXT] = { 10, 0, 6, DEM_TEXT_NORMAL, FALSE, 0 },
  [DEM_BLOCK_ITEM] = { 10, 0, 4, DEM_TEXT_NORMAL, FALSE, 0 },
  [DEM_BLOCK_CAVEAT] = { 7.5, 6, 6, DEM_TEXT_ITALIC, TRUE, 0 },
  [DEM_BLOCK_MAP] = { 7.5, 2, 8, DEM_TEXT_NORMAL, TRUE, 0.6 },
  [DEM_BLOCK_TIMELINE] = { 7.5, 2, 8, DEM_TEXT_NORMAL, TRUE, 0.45 },
  [DEM_BLOCK_STOP] = { 7.5, 4, 6, DEM_TEXT_NORMAL, TRUE, 0.68 },
  [DEM_BLOCK_PAGE] = { 0, 0, 0, DEM_TEXT_NORMAL, FALSE, 0 },
};

typedef struct
{
  const DemPaper *paper;
  DemFocus *focus;
  DemPaperDraw draw; /* nullable */
  gpointer data;
  const DemPalette *palette;
  PangoContext *pango;
  PangoContext *pixels; /* for pictures */
  cairo_surface_t *surface; /* NULL while only pages are counted */
  cairo_t *cr;              /* the same */
  double scale;
  double y;
  guint page, n_pages;
  int heading; /* in the outline */
} Printer;

/* ---- Pages ---- */

/* In points or in pixels of 1/96 inch, whatever display there is or is not. */
static PangoContext *
create_pango (double resolution)
{
  PangoContext *pango = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  g_autoptr (PangoFontDescription) font = pango_font_description_from_string ("Sans 10");

  pango_cairo_context_set_resolution (pango, resolution);
  pango_context_set_font_description (pango, font);
  pango_context_set_language (pango, pango_language_get_default ());
  return pango;
}

static void
show (Printer *self, PangoLayout *layout, double x, double y, const GdkRGBA *color)
{
  gdk_cairo_set_source_rgba (self->cr, color);
  cairo_move_to (self->cr, x, y);
  pango_cairo_show_layout (self->cr, layout);
}

static void
draw_foot (Printer *self)
{
  double y = DEM_PDF_A4_HEIGHT - DEM_PDF_MARGIN - FOOT / 2, width;
  g_autofree char *number = g_strdup_printf (_ ("Page %u of %u"), self->page, self->n_pages);
  g_autoptr (PangoLayout) right = dem_paint_layout (self->pango, number, FOOT_POINTS, DEM_TEXT_NORMAL);
  const char *words = self->paper->marking != NULL ? self->paper->marking : self->paper->title;
  g_autoptr (PangoLayout) left = dem_paint_layout (self->pango, words, FOOT_POINTS, DEM_TEXT_NORMAL);

  dem_paint_measure (right, &width, NULL);
  pango_layout_set_width (left, (int) ((ROOM - width - INDENT) * PANGO_SCALE));
  pango_layout_set_ellipsize (left, PANGO_ELLIPSIZE_END);
  gdk_cairo_set_source_rgba (self->cr, &self->palette->track);
  cairo_rectangle (self->cr, DEM_PDF_MARGIN, y - 6, ROOM, 0.6);
  cairo_fill (self->cr);
  show (self, left, DEM_PDF_MARGIN, y, &self->palette->dim);
  show (self, right, DEM_PDF_MARGIN + ROOM - width, y, &self->palette->dim);
}

static void
end_page (Printer *self)
{
  if (self->cr == NULL)
    return;
  draw_foot (self);
  cairo_show_page (self->cr);
}

static void
break_page (Printer *self)
{
  end_page (self);
  self->page++;
  self->y = DEM_PDF_MARGIN;
}

/* ---- Blocks ---- */

static PangoLayout *
lay_out (Printer *self, const DemBlock *block, double width)
{
  g_autofree char *text = block->lead != NULL ? g_strdup_printf ("%s %s", block->lead, block->text) : g_strdup (block->text);
  PangoLayout *layout
      = dem_paint_layout (self->pango, text, styles[block->kind].points * self->scale, styles[block->kind].style);

  pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  if (block->lead != NULL)
    {
      PangoAttrList *old = pango_layout_get_attributes (layout);
      g_autoptr (PangoAttrList) list = old != NULL ? pango_attr_list_copy (old) : pango_attr_list_new ();
      PangoAttribute *bold = pango_attr_weight_new (PANGO_WEIGHT_BOLD);

      bold->end_index = (guint) strlen (block->lead);
      pango_attr_list_insert (list, bold);
      pango_layout_set_attributes (layout, list);
    }
  return layout;
}

/* The lines of a text, on as many pages as they take. */
static void
print_lines (Printer *self, const DemBlock *block, PangoLayout *layout, double x)
{
  PangoLayoutIter *iter = pango_layout_get_iter (layout);
  const GdkRGBA *color = block->link != NULL          ? &self->palette->accent
                         : styles[block->kind].dim ? &self->palette->dim
                                                      : &self->palette->ink;

  do
    {
      PangoRectangle line;
      double height;

      pango_layout_iter_get_line_extents (iter, NULL, &line);
      height = (double) line.height / PANGO_SCALE;
      if (self->y + height > BOTTOM && self->y > DEM_PDF_MARGIN)
        break_page (self);
      if (self->cr != NULL)
        {
          if (block->link != NULL)
            dem_pdf_begin_link (self->cr, block->link);
          gdk_cairo_set_source_rgba (self->cr, color);
          cairo_move_to (self->cr, x + (double) line.x / PANGO_SCALE,
                         self->y + (double) (pango_layout_iter_get_baseline (iter) - line.y) / PANGO_SCALE);
          pango_cairo_show_layout_line (self->cr, pango_layout_iter_get_line_readonly (iter));
          if (block->link != NULL)
            cairo_tag_end (self->cr, CAIRO_TAG_LINK);
        }
      self->y += height;
    }
  while (pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
}

static void
print_bullet (Printer *self, const DemBlock *block, double indent, gboolean mirrored)
{
  g_autoptr (PangoLayout) bullet
      = dem_paint_layout (self->pango, "•", styles[block->kind].points * self->scale, DEM_TEXT_NORMAL);

  if (self->cr != NULL)
    show (self, bullet, mirrored ? DEM_PDF_MARGIN + ROOM - indent + 6 : DEM_PDF_MARGIN + indent - 11, self->y,
          &self->palette->dim);
}

static void
print_text (Printer *self, const DemBlock *block)
{
  gboolean is_item = block->kind == DEM_BLOCK_ITEM;
  double indent = is_item ? MIN (block->depth + 1, 12) * INDENT * self->scale : 0;
  g_autoptr (PangoLayout) layout = lay_out (self, block, ROOM - indent);
  gboolean mirrored = pango_layout_get_direction (layout, 0) == PANGO_DIRECTION_RTL;
  double line = dem_paint_line_height (self->pango, styles[block->kind].points * self->scale);

  if (*block->text == '\0')
    return;
  if (self->y + line > BOTTOM && self->y > DEM_PDF_MARGIN)
    break_page (self);
  if (is_item)
    print_bullet (self, block, indent, mirrored);
  print_lines (self, block, layout, DEM_PDF_MARGIN + (mirrored ? 0 : indent));
}

static void
add_to_outline (Printer *self, const DemBlock *block)
{
  if (self->cr == NULL || block->kind > DEM_BLOCK_SUBHEADING)
    return;
  if (block->kind == DEM_BLOCK_SUBHEADING)
    dem_pdf_add_outline (self->surface, self->heading, block->text, self->page, self->y);
  else
    self->heading = dem_pdf_add_outline (self->surface, CAIRO_PDF_OUTLINE_ROOT, block->text, self->page, self->y);
}

/* ---- Pictures ---- */

static GskRenderNode *
draw_scene (Printer *self, const DemBlock *block, double width, double height)
{
  DemBlockKind kind = block->kind;
  DemSceneInput input = { dem_focus_get_dossier (self->focus), self->focus, dem_focus_get_relevance (self->focus),
                          self->palette, self->pixels, width, height };
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  g_autoptr (DemScene) scene = NULL;

  if (kind == DEM_BLOCK_STOP)
    {
      g_object_unref (snapshot);
      return self->draw (block, width, height, self->data);
    }
  scene = kind == DEM_BLOCK_MAP ? dem_map_scene_new (&input) : dem_timeline_scene_new (&input);
  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  dem_scene_draw (scene, snapshot);
  gtk_snapshot_pop (snapshot);
  return gtk_snapshot_free_to_node (snapshot);
}

static void
print_picture (Printer *self, const DemBlock *block)
{
  double height = ROOM * styles[block->kind].height;

  if (self->y + height + INDENT > BOTTOM)
    break_page (self);
  if (self->cr != NULL)
    {
      g_autoptr (GskRenderNode) node
          = draw_scene (self, block, ROOM * PIXELS_PER_POINT, height * PIXELS_PER_POINT);

      cairo_save (self->cr);
      cairo_translate (self->cr, DEM_PDF_MARGIN, self->y);
      cairo_scale (self->cr, 1 / PIXELS_PER_POINT, 1 / PIXELS_PER_POINT);
      gsk_render_node_draw (node, self->cr);
      cairo_restore (self->cr);
    }
  self->y += height + 3;
  print_text (self, block);
}

/* ---- The document ---- */

/* A heading goes with what follows it. */
static double
get_heading_room (Printer *self, guint index)
{
  const DemBlock *next = index + 1 < self->paper->blocks->len ? self->paper->blocks->pdata[index + 1] : NULL;

  return HEADING_ROOM * self->scale + (next != NULL ? ROOM * styles[next->kind].height : 0);
}

static void
print (Printer *self)
{
  self->page = 1;
  self->y = DEM_PDF_MARGIN;
  for (guint i = 0; i < self->paper->blocks->len; i++)
    {
      const DemBlock *block = self->paper->blocks->pdata[i];
      gboolean is_heading = block->kind <= DEM_BLOCK_SUBHEADING;

      if (block->kind == DEM_BLOCK_PAGE)
        {
          break_page (self);
          continue;
        }
      if (self->y > DEM_PDF_MARGIN)
        self->y += styles[block->kind].before * self->scale;
      if (is_heading && self->y + get_heading_room (self, i) > BOTTOM && self->y > DEM_PDF_MARGIN)
        break_page (self);
      add_to_outline (self, block);
      if (styles[block->kind].height > 0)
        print_picture (self, block);
      else
        print_text (self, block);
      self->y += styles[block->kind].after * self->scale;
    }
  end_page (self);
}

GBytes *
dem_paper_pdf_render (const DemPaper *paper, DemFocus *focus, DemPaperDraw draw, gpointer data, gboolean one_page,
                      GError **error)
{
  GByteArray *bytes = g_byte_array_new ();
  Printer self = { .paper = paper, .focus = focus, .draw = draw, .data = data, .palette = dem_palette_get (FALSE, FALSE), .scale = 1 };

  g_return_val_if_fail (paper != NULL && DEM_IS_FOCUS (focus), NULL);

  self.pango = create_pango (72);
  self.pixels = create_pango (96);
  print (&self);
  for (; one_page && self.page > 1 && self.scale > LEAST_SCALE; print (&self))
    self.scale *= SHRINK;
  self.n_pages = self.page;
  self.surface = dem_pdf_create (bytes, DEM_PDF_A4_WIDTH, DEM_PDF_A4_HEIGHT, paper->title, paper->author, paper->subject);
  self.cr = cairo_create (self.surface);
  print (&self);
  cairo_destroy (self.cr);
  g_object_unref (self.pango);
  g_object_unref (self.pixels);
  return dem_pdf_finish (self.surface, bytes, error);
}
