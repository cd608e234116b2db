/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Where labels of events stand: rows under an axis, no two labels on one another. Pixels, left to right. */

#define DEM_LANE_DOT_RADIUS 4.0  /* of an event that has a label */
#define DEM_LANE_TEXT_OFFSET 6.0 /* from the rim of a dot to its label */

/**
 * DemLaneItem:
 * @x0: where the mark begins, inside the space
 * @x1: where it ends; the same for a dot, whose middle it is
 * @priority: who has more enters first
 * @wish: the row it would like to keep, or DEM_LANE_NO_WISH
 * @bar: whether the label stands over the mark (a bar) or beside it (a dot)
 * @column: where it is counted, when the columns are
 */
typedef struct
{
  double x0;
  double x1;
  float priority;
  guint16 wish;
  guint16 bar;
  guint column;
} DemLaneItem;

#define DEM_LANE_NO_WISH G_MAXUINT16

#define DEM_LANE_CELL 8      /* columns in which no more items can have a label than there are rows */
#define DEM_LANE_MOST_DOTS 3 /* within 40 pixels; more are a histogram */

/**
 * DemLaneSpace:
 * @left: no label begins before
 * @right: no label ends after
 * @today: a line that no label crosses, NAN when there is none
 * @rows: at most this many
 * @count_width: room for what is written over a histogram
 * @counts: (nullable): how many items there are in each column of pixels from @left to @right, both included, when not all
 *   are given to be packed; those are among them
 */
typedef struct
{
  double left;
  double right;
  double today;
  guint rows;
  double count_width;
  const guint32 *counts;
} DemLaneSpace;

/* An item with a label. */
typedef struct
{
  guint item;
  guint row; /* from the top */
  double label_x;
  double label_width;
} DemLanePlaced;

/* An item without room: a dot on the axis. */
typedef struct
{
  guint item;
  double x;
} DemLaneDot;

/**
 * DemLaneCluster: items without room, so many that they become a histogram.
 * @x0, @x1: from its first item to its last
 * @text_x0, @text_x1: room for its count, which meets no other's
 */
typedef struct
{
  double x0;
  double x1;
  double text_x0;
  double text_x1;
  guint count;
} DemLaneCluster;

/**
 * DemLanes:
 * @placed: (element-type DemLanePlaced): by row, then from left to right
 * @dots: (element-type DemLaneDot): from left to right
 * @clusters: (element-type DemLaneCluster): from left to right
 * @rows: left for labels; the histograms take the rest of the space's
 *
 * Every item is in one of the three; what was only counted is in the clusters.
 */
typedef struct
{
  GArray *placed;
  GArray *dots;
  GArray *clusters;
  guint rows;
} DemLanes;

/* The width of an item's label. */
typedef double (*DemLaneMeasure) (guint item, gpointer data);

/**
 * dem_lanes_pack:
 *
 * Dots have their label on the right, else on the left; bars above them. Those with more priority enter first, as long
 * as no column of pixels holds more than there are rows; then all take, from left to right, the first row that is free,
 * which never needs more. Rows that items wish are heeded where all still find one, so that labels stay in their row
 * while one pans. What is left over becomes a dot on the axis, or where more than three would stand within 40 pixels a
 * histogram, for which the lowest rows are kept free.
 *
 * Only labels that may have room are measured, so that work is bounded by the width and not by the number of items. Of
 * a million items it is enough to give the DEM_LANE_MOST_DOTS + rows best of every DEM_LANE_CELL columns, and the counts
 * of all.
 *
 * Returns: (transfer full)
 */
DemLanes *dem_lanes_pack (const DemLaneItem *items, guint n, const DemLaneSpace *space, DemLaneMeasure measure,
                          gpointer data);
void dem_lanes_free (DemLanes *lanes);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DemLanes, dem_lanes_free)

/* The cluster that an x belongs to, or -1. */
int dem_lanes_find_cluster (const DemLanes *lanes, double x);

/* Where an item stands that has no label. */
double dem_lane_item_x (const DemLaneItem *item, const DemLaneSpace *space);

G_END_DECLS
