/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/map/perspective.h"

struct _DemMapPerspective
{
  DemDossier *dossier;
  guint32 actor;
  gboolean present; /* the actor exists at the moment */
  GArray *standings;     /* DemStanding */
  GHashTable *of_actor;  /* index of an actor and 1 → borrowed DemStanding */
  GHashTable *countries; /* code → index of the state for which it is shaded */
};

/* The codes of a state's countries: its own, else those of its territory, else that in which it sits. */
static GPtrArray *
list_codes (DemDossier *dossier, guint32 actor)
{
  const DemActor *item = dem_dossier_actor (dossier, actor);
  GPtrArray *codes = g_ptr_array_new ();

  if (item->country != NULL)
    g_ptr_array_add (codes, (gpointer) item->country);
  for (guint i = 0; i < item->n_territory; i++)
    g_ptr_array_add (codes, (gpointer) item->territory[i]);
  if (codes->len == 0 && item->place != DEM_NO_INDEX && dem_dossier_place (dossier, item->place)->country != NULL)
    g_ptr_array_add (codes, (gpointer) dem_dossier_place (dossier, item->place)->country);
  return codes;
}

static gboolean
is_known (const char *code)
{
  const DemBasemap *map = dem_basemap_get (DEM_BASEMAP_COARSE);
  for (guint i = 0; i < map->n_countries; i++)
    if (g_str_equal (map->countries[i].code, code))
      return TRUE;
  map = dem_basemap_get (DEM_BASEMAP_FINE);
  for (guint i = 0; i < map->n_countries; i++)
    if (g_str_equal (map->countries[i].code, code))
      return TRUE;
  return FALSE;
}

/* Where two states claim a country, it is shaded for the one that is told first, as it is drawn. */
static void
gather_countries (DemMapPerspective *self)
{
  for (guint i = 0; i < self->standings->len; i++)
    {
      const DemStanding *standing = &g_array_index (self->standings, DemStanding, i);
      g_hash_table_insert (self->of_actor, GUINT_TO_POINTER (standing->other + 1), (gpointer) standing);
      if (dem_dossier_actor (self->dossier, standing->other)->kind != DEM_ACTOR_STATE)
        continue;
      g_autoptr (GPtrArray) codes = list_codes (self->dossier, standing->other);
      for (guint j = 0; j < codes->len; j++)
        if (is_known (codes->pdata[j]) && !g_hash_table_contains (self->countries, codes->pdata[j]))
          g_hash_table_insert (self->countries, codes->pdata[j], GUINT_TO_POINTER (standing->other));
    }
}

DemMapPerspective *
dem_map_perspective_new (const DemMapTime *time)
{
  g_return_val_if_fail (time->perspective != DEM_NO_INDEX, NULL);

  DemMapPerspective *self = g_new0 (DemMapPerspective, 1);
  const DemActor *item = dem_dossier_actor (time->dossier, time->perspective);
  self->dossier = time->dossier;
  self->actor = time->perspective;
  self->present = dem_dossier_exists_in (time->dossier, DEM_REF (ACTOR, time->perspective), time->scenario)
                  && dem_edtf_alive_on (&item->when, time->moment) != DEM_ANSWER_NO;
  self->standings = dem_standings_at (time->dossier, time->perspective, time->moment, time->scenario);
  self->of_actor = g_hash_table_new (NULL, NULL);
  self->countries = g_hash_table_new (g_str_hash, g_str_equal);
  gather_countries (self);
  return self;
}

void
dem_map_perspective_free (DemMapPerspective *self)
{
  g_array_unref (self->standings);
  g_hash_table_unref (self->of_actor);
  g_hash_table_unref (self->countries);
  g_free (self);
}

const DemStanding *
dem_map_perspective_get_standing (DemMapPerspective *self, guint32 actor)
{
  return g_hash_table_lookup (self->of_actor, GUINT_TO_POINTER (actor + 1));
}

guint32
dem_map_perspective_find_country (DemMapPerspective *self, const char *code)
{
  gpointer state;
  if (code == NULL || !g_hash_table_lookup_extended (self->countries, code, NULL, &state))
    return DEM_NO_INDEX;
  return GPOINTER_TO_UINT (state);
}

gboolean
dem_map_perspective_has_countries (DemMapPerspective *self)
{
  return g_hash_table_size (self->countries) > 0;
}

gboolean
dem_map_perspective_shades (DemMapPerspective *self, guint32 pair)
{
  const DemPair *item = dem_dossier_pair (self->dossier, pair);
  guint32 other = item->a == self->actor ? item->b : item->a;
  GHashTableIter iter;
  gpointer state;

  g_hash_table_iter_init (&iter, self->countries);
  while (g_hash_table_iter_next (&iter, NULL, &state))
    if (GPOINTER_TO_UINT (state) == other)
      return TRUE;
  return FALSE;
}

void
dem_map_perspective_shade (DemMapPerspective *self, DemLandStyle *style)
{
  for (guint i = 0; i < self->standings->len; i++)
    {
      const DemStanding *standing = &g_array_index (self->standings, DemStanding, i);
      if (dem_dossier_actor (self->dossier, standing->other)->kind != DEM_ACTOR_STATE)
        continue;
      g_autoptr (GPtrArray) codes = list_codes (self->dossier, standing->other);
      dem_land_style_add_area (style, (const char *const *) codes->pdata, codes->len, standing->stance);
    }
  if (!self->present || dem_dossier_actor (self->dossier, self->actor)->kind != DEM_ACTOR_STATE)
    return;
  g_autoptr (GPtrArray) own = list_codes (self->dossier, self->actor);
  for (guint i = 0; i < own->len; i++)
    dem_land_style_shade (style, own->pdata[i], DEM_SHADE_ACTOR);
}
