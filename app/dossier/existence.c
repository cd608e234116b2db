/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/dossier/item_index.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Whether an item can exist: places need coordinates, relations two actors, inferences premises and a
 * conclusion. */

static gboolean
place_can_exist (DemReader *reader, guint token)
{
  static const struct
  {
    const char *name;
    double limit;
  } coordinates[] = { { "lat", 90 }, { "lon", 180 } };

  for (guint i = 0; i < G_N_ELEMENTS (coordinates); i++)
    {
      guint value = dem_json_tape_find (reader->tape, token, coordinates[i].name);
      double degrees;

      if (value == DEM_JSON_NO_TOKEN)
        {
          dem_reader_warn (reader, token, "missing-member",
                           _ ("“%s” is missing, so the place is left out. Add it."), coordinates[i].name);
          return FALSE;
        }
      if (!dem_reader_check_type (reader, value, DEM_JSON_NUMBER))
        return FALSE;
      degrees = dem_json_tape_number (reader->tape, value);
      if (!(fabs (degrees) <= coordinates[i].limit))
        {
          dem_reader_warn (reader, value, "place-out-of-range",
                           _ ("Degrees go from −%g to %g here. The place is left out; correct the number."),
                           coordinates[i].limit, coordinates[i].limit);
          return FALSE;
        }
    }
  return TRUE;
}

/* A member that has to name an item of one of some kinds. */
static DemRef
needed_ref (DemReader *reader, guint token, const char *name, guint kinds)
{
  guint value = dem_json_tape_find (reader->tape, token, name);

  if (value != DEM_JSON_NO_TOKEN)
    return dem_reader_ref_at (reader, value, kinds);
  dem_reader_warn (reader, token, "missing-member", _ ("“%s” is missing, so the item is left out. Add it."),
                   name);
  return DEM_REF_NONE;
}

gboolean
dem_are_two_actors (DemReader *reader, guint token, DemRef a, DemRef b)
{
  if (dem_ref_is_none (a) || dem_ref_is_none (b))
    return FALSE;
  if (!dem_ref_equal (a, b))
    return TRUE;
  dem_reader_warn (reader, token, "same-actor-twice",
                   _ ("Both ends are the same actor, so the item is left out. Name two."));
  return FALSE;
}

static gboolean
relation_can_exist (DemReader *reader, DemItemIndex *index, guint token)
{
  DemRef from = needed_ref (reader, token, "from", DEM_KINDS (ACTOR));
  DemRef to = needed_ref (reader, token, "to", DEM_KINDS (ACTOR));

  if (!dem_are_two_actors (reader, token, from, to))
    return FALSE;
  dem_item_index_add_pair (reader, index, from.index, to.index, (DemEntry){ NULL, 0, 0 });
  return TRUE;
}

/* What an inference leads to; which kinds it may be depends on its own. */
static gboolean
conclusion_exists (DemReader *reader, guint token, DemInferenceKind kind)
{
  DemRef to = needed_ref (reader, token, "to", DEM_KINDS (CLAIM) | DEM_KINDS (INFERENCE));
  guint value = dem_json_tape_find (reader->tape, token, "to");

  if (dem_ref_is_none (to))
    return FALSE;
  if (kind == DEM_INFERENCE_UNDERCUTS && to.kind != DEM_KIND_INFERENCE)
    dem_reader_warn (
        reader, value, "undercuts-a-claim",
        _ ("Only an inference can be undercut, so this one is left out. Let it attack the claim instead."));
  else if (kind != DEM_INFERENCE_UNDERCUTS && to.kind != DEM_KIND_CLAIM)
    dem_reader_warn (
        reader, value, "leads-to-an-inference",
        _ ("Support and attack lead to a claim, so this one is left out. Let it undercut the inference "
           "instead."));
  else
    return TRUE;
  return FALSE;
}

/* How many existing claims an inference stands on; only one is needed here, so the rest is told when it is
 * read. */
static gboolean
has_premise (DemReader *reader, guint token)
{
  const DemJsonTape *tape = reader->tape;
  guint array = dem_reader_get (reader, token, "from", DEM_JSON_ARRAY);
  guint end = array != DEM_JSON_NO_TOKEN ? dem_json_tape_end (tape, array) : 0;

  for (guint value = array + 1; value < end; value = dem_json_tape_next (tape, value))
    if (!dem_ref_is_none (dem_reader_ref_at (reader, value, DEM_KINDS (CLAIM))))
      return TRUE;
  dem_reader_warn (reader, array != DEM_JSON_NO_TOKEN ? array : token, "no-premises",
                   _ ("An inference needs a claim in “from”, so this one is left out. Name its premises."));
  return FALSE;
}

static gboolean
inference_can_exist (DemReader *reader, guint token)
{
  guint32 kind = dem_reader_inference_kind (reader, token);

  return kind != DEM_NO_INDEX && has_premise (reader, token) && conclusion_exists (reader, token, kind);
}

gboolean
dem_item_can_exist (DemReader *reader, DemItemIndex *index, DemKind kind, guint token)
{
  DemProblemMark mark = dem_problem_list_mark (reader->problems);
  gboolean possible;

  if (kind == DEM_KIND_PLACE)
    possible = place_can_exist (reader, token);
  else if (kind == DEM_KIND_RELATION)
    possible = relation_can_exist (reader, index, token);
  else if (kind == DEM_KIND_INFERENCE)
    possible = inference_can_exist (reader, token);
  else
    return TRUE;
  /* What is wrong with an item that stays is told when it is read. */
  if (possible)
    dem_problem_list_rewind (reader->problems, mark);
  return possible;
}
