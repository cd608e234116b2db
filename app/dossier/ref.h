/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * DemKind: which array of a dossier an item stands in. The order is that of reading and of sorted backlinks.
 */
typedef enum
{
  DEM_KIND_NONE,
  DEM_KIND_SOURCE,
  DEM_KIND_PARAGRAPH,
  DEM_KIND_PLACE,
  DEM_KIND_ACTOR,
  DEM_KIND_PAIR,
  DEM_KIND_RELATION,
  DEM_KIND_EVENT,
  DEM_KIND_CLAIM,
  DEM_KIND_INFERENCE,
  DEM_KIND_SCENARIO,
  DEM_KIND_STOP,
  DEM_N_KINDS,
} DemKind;

#define DEM_NO_INDEX G_MAXUINT32

/**
 * DemRef: an item of a dossier, by kind and index. Everybody but the dossier itself holds refs, never pointers; they
 * are remapped by id when the dossier is read again.
 */
typedef struct
{
  guint32 kind;
  guint32 index;
} DemRef;

#define DEM_REF_NONE ((DemRef){ DEM_KIND_NONE, DEM_NO_INDEX })
#define DEM_REF(k, i) ((DemRef){ DEM_KIND_##k, (i) })

static inline gboolean
dem_ref_equal (DemRef a, DemRef b)
{
  return a.kind == b.kind && a.index == b.index;
}

static inline gboolean
dem_ref_is_none (DemRef ref)
{
  return ref.kind == DEM_KIND_NONE;
}

/* Orders by kind, then index. */
static inline int
dem_ref_compare (DemRef a, DemRef b)
{
  if (a.kind != b.kind)
    return a.kind < b.kind ? -1 : 1;
  return a.index == b.index ? 0 : a.index < b.index ? -1 : 1;
}

G_END_DECLS
