/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* For the reader alone: what a dossier is made of. */

#include "app/base/arena.h"
#include "app/dossier/dossier.h"

G_BEGIN_DECLS

struct _DemDossier
{
  GObject parent_instance;

  GFile *file;
  GPtrArray *problems;
  GPtrArray *arenas; /* of DemArena: hold every item, string and array below */

  const char *id;
  const char *title;
  const char *subtitle;
  const char *summary;
  const char *creator;
  const char *language;
  const char *briefing_title;
  const char *marking;
  double briefing_minutes;
  DemDay today;
  DemPeriod span;

  gpointer items[DEM_N_KINDS]; /* an array of structs for each kind */
  guint n_items[DEM_N_KINDS];
  GHashTable *ids;   /* id → packed ref; paragraphs and pairs without an id of their own are not in it */
  GHashTable *pairs; /* gint64 of two actors → index + 1 */

  /* Who refers to whom: the links of item n (kinds one after the other) are links[first_link[n]] … */
  guint32 first_node[DEM_N_KINDS + 1];
  guint32 *first_link;
  DemRef *links;
};

DemDossier *dem_dossier_new (GFile *file);

/* The size of an item of a kind. */
gsize dem_kind_item_size (DemKind kind);

/* The array of the file in which the items of a kind stand ("events"). */
const char *dem_kind_array_name (DemKind kind);

/* The item at a ref, to be filled. */
DemItem *dem_dossier_item_at (DemDossier *self, DemKind kind, guint index);

/* Two actors as the key of `pairs`. */
gint64 dem_pair_key (guint32 a, guint32 b);

/* A ref as a hash table's value. */
static inline gpointer
dem_ref_pack (DemKind kind, guint32 index)
{
  return GUINT_TO_POINTER ((guint32) kind << 28 | index);
}

static inline DemRef
dem_ref_unpack (gpointer packed)
{
  guint32 bits = GPOINTER_TO_UINT (packed);

  return packed != NULL ? (DemRef){ bits >> 28, bits & 0x0fffffff } : DEM_REF_NONE;
}

/* Called once all items are there. */
void dem_dossier_link (DemDossier *self);
void dem_dossier_measure_span (DemDossier *self);

/**
 * DemLinkFunc: called for each reference that an item makes; one item may be referred to several times.
 */
typedef void (*DemLinkFunc) (DemRef to, gpointer data);
void dem_dossier_foreach_reference (DemDossier *self, DemRef from, DemLinkFunc func, gpointer data);

G_END_DECLS
