/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/export/page.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <pango/pangocairo.h>

#include "ui/argument/argument_map_print.h"
#include "ui/argument/argument_scene.h"
#include "ui/common/paint.h"
#include "ui/common/scene.h"
#include "ui/common/standings.h"
#include "ui/common/strength_help.h"
#include "ui/map/map_scene.h"
#include "ui/map/network_scene.h"
#include "ui/timeline/timeline_scene.h"

#define MARGIN 24.0
#define GAP 10.0
#define TITLE_POINTS 13.0
#define TEXT_POINTS 9.0
#define NOTE_POINTS 7.5

typedef DemScene *(*CreateScene) (const DemSceneInput *input);

static const struct
{
  const char *title;
  CreateScene create;
  int width;
  int height;
} views[DEM_N_EXPORT_VIEWS] = {
  [DEM_EXPORT_MAP] = { N_ ("Map of actors"), dem_map_scene_new, 1123, 794 },
  [DEM_EXPORT_NETWORK] = { N_ ("Network of actors"), dem_network_scene_new, 1123, 794 },
  [DEM_EXPORT_TIMELINE] = { N_ ("Timeline"), dem_timeline_scene_new, 1123, 794 },
  [DEM_EXPORT_ARGUMENT] = { N_ ("Argument map"), dem_argument_map_print_picture, 1123, 794 },
  [DEM_EXPORT_OUTLINE] = { N_ ("Argument"), dem_argument_scene_new, 794, 1123 },
};

struct _DemPages
{
  DemFocus *focus;
  DemExportView view;
  const DemPalette *palette;
  PangoContext *pango;
  double width, height;
  double top;        /* of the room between heading and foot */
  GPtrArray *scenes; /* DemScene, one a page */
};

void
dem_page_get_default_size (DemExportView view, int *width, int *height)
{
  g_return_if_fail (view < DEM_N_EXPORT_VIEWS);

  *width = views[view].width;
  *height = views[view].height;
}

const char *
dem_page_get_title (DemExportView view)
{
  g_return_val_if_fail (view < DEM_N_EXPORT_VIEWS, NULL);

  return _ (views[view].title);
}

/* Text is measured for 96 dots per inch, whatever display there is or is not. */
static PangoContext *
create_pango_context (void)
{
  PangoContext *pango = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  g_autoptr (PangoFontDescription) font = pango_font_description_from_string ("Sans 11");

  pango_cairo_context_set_resolution (pango, 96);
  pango_context_set_font_description (pango, font);
  pango_context_set_language (pango, pango_language_get_default ());
  return pango;
}

/* What is in focus, as the chips say it. */
static char *
describe_focus (DemFocus *focus, DemExportView view)
{
  DemDossier *dossier = dem_focus_get_dossier (focus);
  guint32 scenario = dem_focus_get_scenario (focus), perspective = dem_focus_get_perspective (focus);
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  const DemRef *selection;
  guint n;

  g_ptr_array_add (parts, g_strdup (dem_page_get_title (view)));
  if (perspective != DEM_NO_INDEX && (view == DEM_EXPORT_MAP || view == DEM_EXPORT_NETWORK))
    g_ptr_array_add (parts, dem_standings_dup_title (dossier, perspective));
  g_ptr_array_add (parts, dem_period_format (dem_focus_get_period (focus)));
  selection = dem_focus_get_selection (focus, &n);
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (parts, dem_dossier_dup_name (dossier, selection[i]));
  if (scenario != DEM_NO_INDEX)
    g_ptr_array_add (parts, dem_dossier_dup_name (dossier, DEM_REF (SCENARIO, scenario)));
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (" · ", (char **) parts->pdata);
}

/* One line of text, shortened to fit. Its height. */
static double
draw_line (GtkSnapshot *snapshot, PangoContext *pango, const char *text, double points, DemTextStyle style, double x,
           double y, double width, const GdkRGBA *color)
{
  g_autoptr (PangoLayout) layout = dem_paint_layout (pango, text, points, style);
  double height;

  pango_layout_set_width (layout, (int) (MAX (width, 1) * PANGO_SCALE));
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  dem_paint_measure (layout, NULL, &height);
  dem_paint_text (snapshot, layout, x, y, color);
  return height;
}

static double
draw_heading (GtkSnapshot *snapshot, PangoContext *pango, DemFocus *focus, DemExportView view,
              const DemPalette *palette, double width)
{
  const char *title = dem_dossier_get_title (dem_focus_get_dossier (focus));
  g_autofree char *shown = describe_focus (focus, view);
  double y = MARGIN;

  y += draw_line (snapshot, pango, title, TITLE_POINTS, DEM_TEXT_BOLD, MARGIN, y, width - 2 * MARGIN, &palette->ink);
  y += draw_line (snapshot, pango, shown, TEXT_POINTS, DEM_TEXT_NORMAL, MARGIN, y, width - 2 * MARGIN, &palette->dim);
  return y + GAP;
}

/* What has to go out with the numbers of an argument; NULL for other views. */
static PangoLayout *
create_note (PangoContext *pango, DemExportView view, double width)
{
  PangoLayout *layout;

  if (view != DEM_EXPORT_ARGUMENT && view != DEM_EXPORT_OUTLINE)
    return NULL;
  layout = dem_paint_layout (pango, dem_strength_help_get_short (), NOTE_POINTS, DEM_TEXT_ITALIC);
  pango_layout_set_width (layout, (int) (MAX (width - 2 * MARGIN, 1) * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  return layout;
}

/* How high the foot of a page is, without its margin. */
static double
get_foot_height (PangoContext *pango, DemExportView view, double width)
{
  g_autoptr (PangoLayout) note = create_note (pango, view, width);
  double height = 0;

  if (note != NULL)
    dem_paint_measure (note, NULL, &height);
  return height + dem_paint_line_height (pango, TEXT_POINTS) + GAP;
}

static void
draw_note (DemPages *self, GtkSnapshot *snapshot)
{
  g_autoptr (PangoLayout) note = create_note (self->pango, self->view, self->width);

  if (note != NULL)
    dem_paint_text (snapshot, note, MARGIN,
                    self->height - MARGIN - get_foot_height (self->pango, self->view, self->width) + GAP,
                    &self->palette->dim);
}

/* Where it comes from, and which page it is. */
static void
draw_foot (DemPages *self, GtkSnapshot *snapshot, guint page)
{
  const char *origin = dem_dossier_get_subtitle (dem_focus_get_dossier (self->focus));
  double y = self->height - MARGIN - dem_paint_line_height (self->pango, TEXT_POINTS), room = self->width - 2 * MARGIN;

  if (self->scenes->len > 1)
    {
      g_autofree char *number = g_strdup_printf (_ ("Page %u of %u"), page + 1, self->scenes->len);
      g_autoptr (PangoLayout) layout = dem_paint_layout (self->pango, number, TEXT_POINTS, DEM_TEXT_NORMAL);
      double width;

      dem_paint_measure (layout, &width, NULL);
      dem_paint_text (snapshot, layout, self->width - MARGIN - width, y, &self->palette->dim);
      room -= width + GAP;
    }
  if (origin != NULL)
    draw_line (snapshot, self->pango, origin, TEXT_POINTS, DEM_TEXT_NORMAL, MARGIN, y, room, &self->palette->dim);
}

/* The outline, which knows with what row the next page begins. */
static GPtrArray *
list_outline_pages (const DemSceneInput *input)
{
  GPtrArray *scenes = g_ptr_array_new_with_free_func (g_object_unref);
  guint row = 0;

  do
    {
      DemScene *scene = dem_argument_scene_new_from (input, row);

      row = dem_argument_scene_get_next (DEM_ARGUMENT_SCENE (scene));
      g_ptr_array_add (scenes, scene);
    }
  while (row != 0);
  return scenes;
}

static GPtrArray *
list_scenes (const DemSceneInput *input, const DemExport *export, gboolean several)
{
  GPtrArray *scenes;

  if (several && export->view == DEM_EXPORT_OUTLINE)
    return list_outline_pages (input);
  if (several && export->view == DEM_EXPORT_ARGUMENT)
    return dem_argument_map_print (input);
  scenes = g_ptr_array_new_with_free_func (g_object_unref);
  if (export->view == DEM_EXPORT_TIMELINE)
    g_ptr_array_add (scenes, dem_timeline_scene_new_grouped (input, export->grouping));
  else
    g_ptr_array_add (scenes, views[export->view].create (input));
  return scenes;
}

/* The heading tells how much room it leaves. */
static double
measure_heading (DemFocus *focus, DemExportView view, PangoContext *pango, double width)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  double height = draw_heading (snapshot, pango, focus, view, dem_palette_get (FALSE, FALSE), width);

  g_object_unref (snapshot);
  return height;
}

static DemSceneInput
get_input (DemFocus *focus, const DemPalette *palette, PangoContext *pango, double width, double height)
{
  return (DemSceneInput){ dem_focus_get_dossier (focus), focus, dem_focus_get_relevance (focus), palette, pango,
                          width, height };
}

DemPages *
dem_pages_new (DemFocus *focus, const DemExport *export, double width, double height, gboolean several)
{
  DemPages *self = g_new0 (DemPages, 1);
  DemSceneInput input;

  self->focus = g_object_ref (focus);
  self->view = export->view;
  self->palette = dem_palette_get (export->dark, FALSE);
  self->pango = create_pango_context ();
  self->width = width;
  self->height = height;
  self->top = measure_heading (focus, export->view, self->pango, width);
  input = get_input (focus, self->palette, self->pango, width - 2 * MARGIN,
                     height - MARGIN - get_foot_height (self->pango, self->view, self->width) - self->top);
  self->scenes = list_scenes (&input, export, several);
  return self;
}

void
dem_pages_free (DemPages *self)
{
  g_object_unref (self->focus);
  g_object_unref (self->pango);
  g_ptr_array_unref (self->scenes);
  g_free (self);
}

guint
dem_pages_count (DemPages *self)
{
  return self->scenes->len;
}

GskRenderNode *
dem_pages_draw (DemPages *self, guint page)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  double height = self->height - MARGIN - get_foot_height (self->pango, self->view, self->width) - self->top;
  graphene_rect_t area
      = GRAPHENE_RECT_INIT (MARGIN, (float) self->top, (float) (self->width - 2 * MARGIN), (float) height);

  g_return_val_if_fail (page < self->scenes->len, NULL);

  dem_paint_rect (snapshot, 0, 0, self->width, self->height, &self->palette->view);
  draw_heading (snapshot, self->pango, self->focus, self->view, self->palette, self->width);
  draw_note (self, snapshot);
  draw_foot (self, snapshot, page);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_push_clip (snapshot, &area);
  gtk_snapshot_translate (snapshot, &area.origin);
  dem_scene_draw (g_ptr_array_index (self->scenes, page), snapshot);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_restore (snapshot);
  return gtk_snapshot_free_to_node (snapshot);
}

void
dem_page_measure (DemFocus *focus, DemExportView view, int *width, int *height)
{
  PangoContext *pango = create_pango_context ();
  DemSceneInput input = get_input (focus, dem_palette_get (FALSE, FALSE), pango, *width - 2 * MARGIN, 0);
  double all_width = *width, all_height = 0;

  if (view == DEM_EXPORT_OUTLINE)
    all_height = dem_argument_scene_measure_height (&input);
  else if (view == DEM_EXPORT_ARGUMENT)
    {
      dem_argument_map_measure_all (&input, &all_width, &all_height);
      all_width += 2 * MARGIN;
    }
  if (all_height > 0)
    all_height += measure_heading (focus, view, pango, all_width) + MARGIN + get_foot_height (pango, view, all_width);
  *width = MAX (*width, (int) ceil (all_width));
  *height = MAX (*height, (int) ceil (all_height));
  g_object_unref (pango);
}
