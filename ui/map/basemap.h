/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * DemRing:
 * @points: longitude and latitude in degrees, by turns; neighbours are never more than half a turn apart, so
 * longitudes may run beyond ±180
 * @west: (and the others) the ring's bounds
 *
 * One closed outline, the first point not repeated. Holes are rings like others (even-odd rule).
 */
typedef struct
{
  const float *points;
  guint n_points;
  float west, east, south, north;
} DemRing;

/**
 * DemCountry:
 * @code: ISO 3166-1 alpha-2, empty where there is none; several entries may share one
 */
typedef struct
{
  char code[3];
  const DemRing *rings;
  guint n_rings;
} DemCountry;

typedef enum
{
  DEM_BASEMAP_COARSE, /* 1:110 million */
  DEM_BASEMAP_FINE,   /* 1:50 million */
  DEM_BASEMAP_FINEST, /* 1:10 million */
  DEM_N_BASEMAPS,
} DemBasemapLevel;

/**
 * DemBasemap:
 *
 * The outlines of the world's countries (Natural Earth): immutable, read from the program's resource at first
 * use, a level at a time, never freed, safe from any thread.
 */
typedef struct
{
  const DemCountry *countries;
  guint n_countries;
} DemBasemap;

const DemBasemap *dem_basemap_get (DemBasemapLevel level);

/* The code of the country at a place on the coarse map, or NULL (sea, or no code). Static. */
const char *dem_basemap_country_at (double longitude, double latitude);

G_END_DECLS
