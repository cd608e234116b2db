/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/map/basemap.h"

#include <gio/gio.h>
#include <math.h>
#include <string.h>

#define PATH "/org/demarche/Demarche/basemap/land.bin"
#define MAGIC "DEMLAND2"
#define UNIT 0.001f /* degrees; see make-land.mjs */

/* The resource is ours, so a fault in it is a fault of the build: every read is checked and ends the program.
 */
typedef struct
{
  const guint8 *at;
  const guint8 *end;
} Reader;

static const guint8 *
take (Reader *reader, gsize size)
{
  const guint8 *at = reader->at;
  if ((gsize) (reader->end - at) < size)
    g_error ("The basemap is cut short");
  reader->at += size;
  return at;
}

static guint32
take_uint32 (Reader *reader)
{
  guint32 value;
  memcpy (&value, take (reader, 4), 4);
  return GUINT32_FROM_LE (value);
}

/* Unsigned LEB128. */
static guint32
take_number (Reader *reader)
{
  guint32 value = 0;
  for (guint shift = 0; shift < 32; shift += 7)
    {
      guint8 byte = *take (reader, 1);
      value |= (guint32) (byte & 127) << shift;
      if (byte < 128)
        return value;
    }
  g_error ("A number of the basemap is too long");
}

/* 0, 1, 2, 3… for 0, -1, 1, -2… */
static gint32
take_step (Reader *reader)
{
  guint32 value = take_number (reader);
  return (value & 1) != 0 ? -(gint32) (value >> 1) - 1 : (gint32) (value >> 1);
}

static void
extend (DemRing *ring, float longitude, float latitude)
{
  ring->west = MIN (ring->west, longitude);
  ring->east = MAX (ring->east, longitude);
  ring->south = MIN (ring->south, latitude);
  ring->north = MAX (ring->north, latitude);
}

static void
read_ring (Reader *reader, DemRing *ring)
{
  gint32 x = 0, y = 0;
  ring->n_points = take_number (reader);
  float *points = g_new (float, 2 * (gsize) ring->n_points);

  ring->points = points;
  ring->west = ring->south = G_MAXFLOAT;
  ring->east = ring->north = -G_MAXFLOAT;
  for (guint i = 0; i < ring->n_points; i++)
    {
      x += take_step (reader);
      y += take_step (reader);
      points[2 * i] = (float) x * UNIT;
      points[2 * i + 1] = (float) y * UNIT;
      extend (ring, points[2 * i], points[2 * i + 1]);
    }
}

static void
read_country (Reader *reader, DemCountry *country)
{
  memcpy (country->code, take (reader, 2), 2);
  country->n_rings = take_number (reader);
  DemRing *rings = g_new0 (DemRing, country->n_rings);
  for (guint i = 0; i < country->n_rings; i++)
    read_ring (reader, &rings[i]);
  country->rings = rings;
}

static const DemBasemap *
read_level (Reader reader)
{
  DemBasemap *level = g_new0 (DemBasemap, 1);
  level->n_countries = take_number (&reader);
  DemCountry *countries = g_new0 (DemCountry, level->n_countries);
  for (guint i = 0; i < level->n_countries; i++)
    read_country (&reader, &countries[i]);
  level->countries = countries;
  return level;
}

/* Only the level that is asked for: most maps never need the finest. */
static const DemBasemap *
open_level (DemBasemapLevel wanted)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_resources_lookup_data (PATH, G_RESOURCE_LOOKUP_FLAGS_NONE, &error);
  if (bytes == NULL)
    g_error ("The basemap is not in the program: %s", error->message);

  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);
  Reader reader = { data, data + size };
  if (memcmp (take (&reader, strlen (MAGIC)), MAGIC, strlen (MAGIC)) != 0)
    g_error ("The basemap has another format");

  guint32 sizes[DEM_N_BASEMAPS];
  for (guint i = 0; i < DEM_N_BASEMAPS; i++)
    sizes[i] = take_uint32 (&reader);
  for (guint i = 0; i < wanted; i++)
    take (&reader, sizes[i]);
  const guint8 *at = take (&reader, sizes[wanted]);
  return read_level ((Reader){ at, at + sizes[wanted] });
}

const DemBasemap *
dem_basemap_get (DemBasemapLevel level)
{
  static const DemBasemap *levels[DEM_N_BASEMAPS];

  g_return_val_if_fail (level < DEM_N_BASEMAPS, NULL);
  if (g_once_init_enter (&levels[level]))
    g_once_init_leave (&levels[level], open_level (level));
  return levels[level];
}

/* Even-odd rule: how often a line from the place to the east crosses the ring. */
static guint
count_crossings (const DemRing *ring, double longitude, double latitude)
{
  guint crossings = 0;
  const float *last = &ring->points[2 * (ring->n_points - 1)];
  for (guint i = 0; i < ring->n_points; i++)
    {
      const float *point = &ring->points[2 * i];
      if ((point[1] > latitude) != (last[1] > latitude))
        {
          double share = (latitude - point[1]) / (last[1] - point[1]);
          if (longitude < point[0] + share * (last[0] - point[0]))
            crossings++;
        }
      last = point;
    }
  return crossings;
}

static gboolean
country_contains (const DemCountry *country, double longitude, double latitude)
{
  guint crossings = 0;
  for (guint i = 0; i < country->n_rings; i++)
    {
      const DemRing *ring = &country->rings[i];
      if (latitude < ring->south || latitude > ring->north)
        continue;
      /* The same place seen from where this ring was unrolled to. */
      double seen = longitude + 360.0 * ceil ((ring->west - longitude) / 360.0);
      if (seen <= ring->east)
        crossings += count_crossings (ring, seen, latitude);
    }
  return crossings % 2 == 1;
}

const char *
dem_basemap_country_at (double longitude, double latitude)
{
  const DemBasemap *map = dem_basemap_get (DEM_BASEMAP_COARSE);
  for (guint i = 0; i < map->n_countries; i++)
    if (country_contains (&map->countries[i], longitude, latitude))
      return map->countries[i].code[0] != '\0' ? map->countries[i].code : NULL;
  return NULL;
}
