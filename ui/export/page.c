/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/export/page.h"

#include <glib/gi18n-lib.h>
#include <pango/pangocairo.h>

#include "ui/argument/argument_scene.h"
#include "ui/common/paint.h"
#include "ui/common/scene.h"
#include "ui/common/standings.h"
#include "ui/map/map_scene.h"
#include "ui/map/network_scene.h"
#include "ui/timeline/timeline_scene.h"

#define MARGIN 24.0
#define GAP 10.0
#define TITLE_POINTS 13.0
#define TEXT_POINTS 9.0

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
  [DEM_EXPORT_ARGUMENT] = { N_ ("Argument"), dem_argument_scene_new, 794, 1123 },
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

/* Where it comes from. Where the footer begins. */
static double
draw_footer (GtkSnapshot *snapshot, PangoContext *pango, DemFocus *focus, const DemPalette *palette, double width,
             double height)
{
  const char *origin = dem_dossier_get_subtitle (dem_focus_get_dossier (focus));
  double y = height - MARGIN;

  if (origin == NULL)
    return y;
  y -= dem_paint_line_height (pango, TEXT_POINTS);
  draw_line (snapshot, pango, origin, TEXT_POINTS, DEM_TEXT_NORMAL, MARGIN, y, width - 2 * MARGIN, &palette->dim);
  return y - GAP;
}

/* Only the argument goes on from page to page. */
static DemScene *
create_scene (DemExportView view, const DemSceneInput *input, guint row)
{
  if (view == DEM_EXPORT_ARGUMENT)
    return dem_argument_scene_new_from (input, row);
  return views[view].create (input);
}

static void
draw_scene (GtkSnapshot *snapshot, PangoContext *pango, DemFocus *focus, DemExportView view, const DemPalette *palette,
            const graphene_rect_t *area, guint *row)
{
  DemSceneInput input = { dem_focus_get_dossier (focus), focus, dem_focus_get_relevance (focus), palette, pango,
                          area->size.width, area->size.height };
  g_autoptr (DemScene) scene = create_scene (view, &input, *row);

  *row = DEM_IS_ARGUMENT_SCENE (scene) ? dem_argument_scene_get_next (DEM_ARGUMENT_SCENE (scene)) : 0;
  gtk_snapshot_save (snapshot);
  gtk_snapshot_push_clip (snapshot, area);
  gtk_snapshot_translate (snapshot, &area->origin);
  dem_scene_draw (scene, snapshot);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_restore (snapshot);
}

GskRenderNode *
dem_page_draw (DemFocus *focus, DemExportView view, gboolean dark, double width, double height, guint *row)
{
  const DemPalette *palette = dem_palette_get (dark, FALSE);
  PangoContext *pango = create_pango_context ();
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  double top, bottom;

  dem_paint_rect (snapshot, 0, 0, width, height, &palette->view);
  top = draw_heading (snapshot, pango, focus, view, palette, width);
  bottom = draw_footer (snapshot, pango, focus, palette, width, height);
  draw_scene (snapshot, pango, focus, view, palette,
              &GRAPHENE_RECT_INIT (MARGIN, (float) top, (float) (width - 2 * MARGIN), (float) (bottom - top)), row);
  g_object_unref (pango);
  return gtk_snapshot_free_to_node (snapshot);
}

double
dem_page_measure_height (DemFocus *focus, DemExportView view, double width)
{
  PangoContext *pango = create_pango_context ();
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  const DemPalette *palette = dem_palette_get (FALSE, FALSE);
  DemSceneInput input = { dem_focus_get_dossier (focus), focus, dem_focus_get_relevance (focus), palette, pango,
                          width - 2 * MARGIN, 0 };
  double height = 0;

  if (view == DEM_EXPORT_ARGUMENT)
    height = draw_heading (snapshot, pango, focus, view, palette, width)
             - draw_footer (snapshot, pango, focus, palette, width, 0) + dem_argument_scene_measure_height (&input);
  g_object_unref (snapshot);
  g_object_unref (pango);
  return height;
}
