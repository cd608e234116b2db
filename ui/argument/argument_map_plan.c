/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/argument/argument_map_plan.h"

#include <math.h>
#include <pango/pangocairo.h>

#include "ui/common/paint.h"

#define GAP 48.0
#define PITCH 70.0
#define SPACING 10.0
#define APART 14.0
#define ROW 900.0
#define PADDING 9.0
#define TEXT_LINES 2
#define THESIS_LINES 8
#define META_ABOVE 3.0

static const double widths[DEM_ARGUMENT_WIDTHS] = { 172, 206, 246, 242 };

void
dem_argument_map_measure (PangoContext *pango, DemArgumentMapSizes *sizes)
{
  double resolution = pango_cairo_context_get_resolution (pango);
  g_autoptr (PangoLayout) text = dem_paint_layout (pango, "X", DEM_ARGUMENT_MAP_TEXT, DEM_TEXT_BOLD);
  g_autoptr (PangoLayout) meta = dem_paint_layout (pango, "X", DEM_ARGUMENT_MAP_META, DEM_TEXT_BOLD);

  sizes->scale = resolution > 0 ? resolution / 96 : 1;
  sizes->padding = PADDING * sizes->scale;
  dem_paint_measure (text, NULL, &sizes->line);
  dem_paint_measure (meta, NULL, &sizes->meta);
  sizes->box = TEXT_LINES * sizes->line + META_ABOVE * sizes->scale + sizes->meta + 2 * (sizes->padding - 2);
  sizes->pill = dem_paint_line_height (pango, DEM_ARGUMENT_MAP_PILL) + 2;
  sizes->pill_gap = 5 * sizes->scale;
}

PangoLayout *
dem_argument_map_create_text (DemClaimMap *map, guint box, guint column, PangoContext *pango, double width)
{
  const DemClaimMapBox *shown = dem_claim_map_get_box (map, box);
  DemDossier *dossier = dem_outline_get_dossier (dem_claim_map_get_outline (map));
  gboolean is_thesis = shown->is_thesis;
  g_autofree char *label = dem_dossier_dup_label (dossier, DEM_REF (CLAIM, shown->claim));
  const char *text = is_thesis ? dem_dossier_claim (dossier, shown->claim)->text : label;
  PangoLayout *layout
      = dem_paint_layout (pango, text, is_thesis ? DEM_ARGUMENT_MAP_THESIS : DEM_ARGUMENT_MAP_TEXT,
                          is_thesis || column == 1 ? DEM_TEXT_BOLD : DEM_TEXT_NORMAL);

  pango_layout_set_width (layout, (int) (MAX (width, 1) * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_height (layout, is_thesis ? -THESIS_LINES : -TEXT_LINES);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  return layout;
}

static DemArgumentBox
plan_box (DemClaimMap *map, guint index, PangoContext *pango, const DemArgumentMapSizes *sizes)
{
  const DemClaimMapBox *shown = dem_claim_map_get_box (map, index);
  DemArgumentBox box = { sizes->box, 0, shown->stands_alone };

  if (shown->is_thesis)
    {
      g_autoptr (PangoLayout) text = dem_argument_map_create_text (map, index, 0, pango,
                                                                   widths[0] * sizes->scale - 2 * sizes->padding);
      double height;

      dem_paint_measure (text, NULL, &height);
      box.height = MAX (box.height, height + META_ABOVE * sizes->scale + sizes->meta + 2 * sizes->padding);
    }
  if (shown->n_reasons > 0 && !shown->is_open)
    box.below = sizes->pill_gap + sizes->pill;
  return box;
}

DemArgumentPlan *
dem_argument_map_plan_new (DemClaimMap *map, PangoContext *pango)
{
  DemArgumentMapSizes sizes;
  DemArgumentMetrics metrics;
  DemArgumentPlan *plan;

  g_return_val_if_fail (map != NULL && PANGO_IS_CONTEXT (pango), NULL);

  dem_argument_map_measure (pango, &sizes);
  metrics = (DemArgumentMetrics){ .gap = GAP * sizes.scale,
                                  .pitch = PITCH * sizes.scale,
                                  .spacing = SPACING * sizes.scale,
                                  .apart = APART * sizes.scale,
                                  .row = ROW * sizes.scale };
  for (guint i = 0; i < DEM_ARGUMENT_WIDTHS; i++)
    metrics.widths[i] = widths[i] * sizes.scale;
  plan = dem_argument_plan_new (&metrics);
  for (guint i = 0; i < dem_claim_map_count_boxes (map); i++)
    {
      DemArgumentBox box = plan_box (map, i, pango, &sizes);
      dem_argument_plan_add_box (plan, &box);
    }
  for (guint i = 0; i < dem_claim_map_count_steps (map); i++)
    {
      const DemClaimMapStep *step = dem_claim_map_get_step (map, i);
      g_autofree guint *from = g_new (guint, step->n_from + 1);

      for (guint j = 0; j < step->n_from; j++)
        from[j] = dem_claim_map_get_premise (map, step->first + j);
      if (step->sign == DEM_SIGN_UNDERCUT)
        dem_argument_plan_add_step_to_step (plan, step->to, from, step->n_from);
      else
        dem_argument_plan_add_step_to_box (plan, step->to, from, step->n_from);
    }
  return plan;
}
