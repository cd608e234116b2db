/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What the files of the scene share: argument_scene.c lays the rows out, argument_scene_draw.c draws them. */

#include "app/argument/bounds.h"
#include "app/argument/evaluation.h"
#include "app/argument/outline.h"
#include "ui/argument/argument_scene.h"
#include "ui/common/paint.h"

G_BEGIN_DECLS

#define DEM_PAGE_CARD_PADDING 12.0
#define DEM_PAGE_ROW_PADDING 5.0
#define DEM_PAGE_HEADING_ABOVE 14.0
#define DEM_PAGE_TEXT_POINTS 10.2
#define DEM_PAGE_META_POINTS 9.0
#define DEM_PAGE_HEADING_POINTS 9.5

/* Where a row stands on the page; its texts are laid out again when it is drawn, for thousands of layouts
 * take much room. */
typedef struct
{
  guint32 node;
  guint32 passing; /* levels at which lines of linked premises pass */
  double y;
  double heading; /* height of the heading above the body, 0 without one */
  double height;  /* with the heading */
} DemPageRow;

struct _DemArgumentScene
{
  GObject parent_instance;

  DemOutline *outline;
  DemDossier *dossier;
  DemEvaluation *evaluation;
  DemEvaluation *before; /* without the scenario */
  DemBounds band;        /* between what the thesis lies */
  DemRelevance *relevance;
  const DemPalette *palette;
  PangoContext *pango;
  double scale; /* of text */
  double width;
  double page_height;
  guint first;
  guint next; /* 0 when nothing is left */
  GArray *rows;
  GArray *marks; /* DemMark */
};

const DemOutlineNode *dem_argument_scene_get_node (DemArgumentScene *self, const DemPageRow *row);

/* Where its text begins, from the start of the page. */
double dem_argument_scene_get_text_start (DemArgumentScene *self, const DemOutlineNode *node);

/* Behind the last row of this page. */
guint dem_argument_scene_get_end (DemArgumentScene *self);

/* The text of a claim, as wide as its place allows. (transfer full) */
PangoLayout *dem_argument_scene_create_text (DemArgumentScene *self, const DemOutlineNode *node);

/* argument_scene_draw.c */
void dem_argument_scene_draw (DemScene *scene, GtkSnapshot *snapshot);

G_END_DECLS
