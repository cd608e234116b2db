/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The items of a dossier: plain immutable structs, every string and array of which lives in the dossier's arena. Absent
 * strings are NULL, absent references DEM_NO_INDEX, absent numbers NAN. Indices count into the dossier's arrays. */

#include "app/base/edtf.h"
#include "app/dossier/ref.h"

G_BEGIN_DECLS

typedef enum
{
  DEM_BASIS_SOURCE,     /* the source says so */
  DEM_BASIS_READING,    /* our interpretation of it */
  DEM_BASIS_BACKGROUND, /* added by the maker from elsewhere */
} DemBasis;

/**
 * DemCite:
 * @source: index of the source
 * @paragraph: index of the paragraph, or DEM_NO_INDEX when the locator is not one of the source's paragraphs
 * @label: CSL locator label, never NULL ("paragraph" by default)
 * @locator: (nullable)
 * @purpose: (nullable): what the citation is for ("text", "when", "stance"…)
 * @note: (nullable)
 */
typedef struct
{
  guint32 source;
  guint32 paragraph;
  const char *label;
  const char *locator;
  const char *purpose;
  const char *note;
} DemCite;

/**
 * DemItem: what all items have in common; the first member of each.
 * @scenarios: indices; the item exists in these only, or always when there are none
 */
typedef struct
{
  const char *id;
  const char *label;
  const char *summary;
  const char *why;
  const DemCite *cites;
  const guint32 *scenarios;
  const char *const *tags;
  guint32 n_cites;
  guint32 n_scenarios;
  guint32 n_tags;
  guint32 basis; /* DemBasis */
} DemItem;

typedef struct
{
  DemItem item;
  const char *type;
  const char *title;
  const char *author; /* names as written in a list: "Doug Bandow, Ann Other" */
  const char *container;
  const char *url;
  DemEdtf issued;
  guint32 first_paragraph; /* index of its first in the dossier's paragraphs */
  guint32 n_paragraphs;
} DemSource;

typedef struct
{
  DemItem item;     /* its id is "SOURCE/N" */
  guint32 source;   /* index */
  guint32 number;   /* from 1 */
} DemParagraph;

typedef struct
{
  DemItem item;
  const char *name;
  const char *country; /* ISO 3166-1 alpha-2, upper case */
  double latitude;     /* WGS 84 degrees */
  double longitude;
} DemPlace;

typedef enum
{
  DEM_ACTOR_STATE,
  DEM_ACTOR_PERSON,
  DEM_ACTOR_ORGANISATION,
  DEM_ACTOR_GROUP,
} DemActorKind;

typedef struct
{
  DemItem item;
  const char *name;
  const char *const *aliases;
  const char *country;
  const char *const *territory; /* ISO codes shaded while it exists */
  const char *wikidata;
  const char *url;
  const char *when_text;
  DemEdtf when; /* existence */
  guint32 kind; /* DemActorKind */
  guint32 place;
  guint32 part_of; /* actor */
  guint32 n_aliases;
  guint32 n_territory;
} DemActor;

/**
 * DemPair: what two actors are to each other as a whole; made for every two actors that have a relation or are written
 * as a pair. Its id is "a+b", the actors' ids sorted.
 */
typedef struct
{
  DemItem item;
  guint32 a; /* actor with the smaller id */
  guint32 b;
} DemPair;

/* DemRelation: one phase of a pair. */
typedef struct
{
  DemItem item;
  const char *kind; /* "alliance", "trade", … or any other word */
  const char *when_text;
  const guint32 *events; /* what began or changed it */
  DemEdtf when;
  double stance;   /* -1 hostile … 1 close, NAN when it says nothing of closeness */
  double strength; /* 0 … 1, NAN */
  guint32 from;
  guint32 to;
  guint32 pair;
  guint32 n_events;
  gboolean directed;
} DemRelation;

typedef struct
{
  DemItem item;
  const char *title;
  const char *kind;
  const char *when_text;
  const guint32 *actors;
  DemEdtf when;
  double importance; /* 0 … 1, 0.5 by default */
  guint32 place;
  guint32 n_actors;
} DemEvent;

typedef enum
{
  DEM_CLAIM_THESIS,
  DEM_CLAIM_CLAIM,
  DEM_CLAIM_FACT,
  DEM_CLAIM_PROPOSAL,
  DEM_CLAIM_FORECAST,
  DEM_CLAIM_OBJECTION,
  DEM_CLAIM_ASSUMPTION,
} DemClaimKind;

typedef struct
{
  DemItem item;
  const char *text;
  const DemRef *about; /* actors, pairs, relations, events */
  double credence;     /* starting value 0 … 1 as written, NAN when left to the default */
  guint32 kind;        /* DemClaimKind */
  guint32 by;          /* actor */
  guint32 n_about;
} DemClaim;

typedef enum
{
  DEM_INFERENCE_SUPPORTS,
  DEM_INFERENCE_ATTACKS,
  DEM_INFERENCE_UNDERCUTS,
} DemInferenceKind;

/* DemNeed: a condition in time, on an item's dates (item) or on a date of its own (item is none). */
typedef struct
{
  DemRef item;
  DemEdtf date;
} DemNeed;

typedef struct
{
  DemItem item;
  const char *scheme;    /* Walton's name */
  const guint32 *from;   /* claims; several are linked premises */
  const DemNeed *before; /* needs: each earlier than the next */
  const DemNeed *during; /* needs: the first inside the second */
  DemRef to;             /* a claim, or an inference for undercuts */
  double weight;         /* 0 … 1, 1 by default */
  guint32 kind;          /* DemInferenceKind */
  guint32 n_from;
  guint32 n_before;
  guint32 n_during;
} DemInference;

typedef struct
{
  guint32 claim;
  double strength;
} DemAssumption;

typedef struct
{
  DemItem item;
  const char *title;
  const DemAssumption *assume;
  guint32 n_assume;
} DemScenario;

typedef enum
{
  DEM_STAGE_MAP,
  DEM_STAGE_NETWORK,
  DEM_STAGE_ARGUMENT,
} DemStageKind;

typedef struct
{
  DemItem item;
  const char *kicker;
  const char *headline;
  const char *text;
  const char *notes;
  const DemRef *select;
  const DemRef *fit; /* camera */
  DemEdtf window;
  double minutes;                    /* NAN */
  double latitude, longitude, zoom;  /* camera, NAN */
  guint32 scenario;
  guint32 perspective; /* actor */
  guint32 stage;       /* DemStageKind */
  guint32 n_select;
  guint32 n_fit;
} DemStop;

G_END_DECLS
