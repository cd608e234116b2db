/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/dossier/reader.h"

/* Items do not depend on each other once all ids are known, so they are read in chunks by as many threads as
 * there are processors, each with an arena and a list of problems of its own. */

#define CHUNK 256
#define PER_MILLE_BEFORE 550
#define PER_MILLE_AFTER 950

typedef struct
{
  DemKind kind;
  guint first;
  guint n;
} Chunk;

typedef struct
{
  DemItemIndex *index;
  DemReadProgress *progress;
  GArray *chunks;
  int next_chunk; /* atomic */
} Work;

typedef struct
{
  Work *work;
  DemReader *reader;
  GThread *thread;
} Worker;

static void
read_item_of (DemReader *reader, DemKind kind, DemItem *item)
{
  switch (kind)
    {
    case DEM_KIND_SOURCE:
      dem_read_source (reader, (DemSource *) item);
      break;
    case DEM_KIND_PLACE:
      dem_read_place (reader, (DemPlace *) item);
      break;
    case DEM_KIND_ACTOR:
      dem_read_actor (reader, (DemActor *) item);
      break;
    case DEM_KIND_PAIR:
      dem_read_pair (reader, (DemPair *) item);
      break;
    case DEM_KIND_RELATION:
      dem_read_relation (reader, (DemRelation *) item);
      break;
    case DEM_KIND_EVENT:
      dem_read_event (reader, (DemEvent *) item);
      break;
    case DEM_KIND_CLAIM:
      dem_read_claim (reader, (DemClaim *) item);
      break;
    case DEM_KIND_INFERENCE:
      dem_read_inference (reader, (DemInference *) item);
      break;
    case DEM_KIND_SCENARIO:
      dem_read_scenario (reader, (DemScenario *) item);
      break;
    case DEM_KIND_STOP:
      dem_read_stop (reader, (DemStop *) item);
      break;
    default:
      g_assert_not_reached ();
    }
}

static void
read_chunk (DemReader *reader, DemItemIndex *index, const Chunk *chunk)
{
  for (guint i = chunk->first; i < chunk->first + chunk->n; i++)
    {
      DemEntry entry = g_array_index (index->entries[chunk->kind], DemEntry, i);

      if (entry.token == 0)
        continue;
      dem_reader_begin (reader, chunk->kind, entry);
      read_item_of (reader, chunk->kind, dem_dossier_item_at (reader->dossier, chunk->kind, i));
    }
}

static gpointer
work_off (gpointer data)
{
  Worker *worker = data;
  Work *work = worker->work;
  guint n_chunks = work->chunks->len;
  guint i;

  while ((i = (guint) g_atomic_int_add (&work->next_chunk, 1)) < n_chunks
         && !g_cancellable_is_cancelled (work->progress->cancellable))
    {
      read_chunk (worker->reader, work->index, &g_array_index (work->chunks, Chunk, i));
      g_atomic_int_set (&work->progress->per_mille,
                        PER_MILLE_BEFORE
                            + (int) ((guint64) (PER_MILLE_AFTER - PER_MILLE_BEFORE) * (i + 1) / n_chunks));
    }
  return NULL;
}

static GArray *
cut_into_chunks (DemItemIndex *index)
{
  GArray *chunks = g_array_new (FALSE, FALSE, sizeof (Chunk));

  for (guint kind = 0; kind < DEM_N_KINDS; kind++)
    for (guint first = 0; first < index->entries[kind]->len; first += CHUNK)
      {
        Chunk chunk = { kind, first, MIN (CHUNK, index->entries[kind]->len - first) };

        g_array_append_val (chunks, chunk);
      }
  return chunks;
}

/* This thread is one of the workers; small dossiers need no other. */
static void
run_workers (DemReader *reader, Work *work)
{
  guint n = CLAMP (work->chunks->len / 4, 1, g_get_num_processors ());
  g_autofree Worker *workers = g_new0 (Worker, n);

  for (guint i = 0; i < n; i++)
    workers[i] = (Worker){
      .work = work,
      .reader = i == 0 ? reader : dem_reader_new (reader->tape, reader->dossier, reader->left_out),
    };
  for (guint i = 1; i < n; i++)
    workers[i].thread = g_thread_new ("dossier-reader", work_off, &workers[i]);
  work_off (&workers[0]);
  for (guint i = 1; i < n; i++)
    {
      g_thread_join (workers[i].thread);
      dem_problem_list_merge (reader->problems, workers[i].reader->problems);
      g_ptr_array_add (reader->dossier->arenas, g_steal_pointer (&workers[i].reader->arena));
      dem_reader_free (workers[i].reader);
    }
}

gboolean
dem_read_items (DemReader *reader, DemItemIndex *index, DemReadProgress *progress)
{
  g_autoptr (GArray) chunks = cut_into_chunks (index);
  Work work = { index, progress, chunks, 0 };

  g_atomic_int_set (&progress->per_mille, PER_MILLE_BEFORE);
  run_workers (reader, &work);
  g_atomic_int_set (&progress->per_mille, PER_MILLE_AFTER);
  dem_reader_begin (reader, DEM_KIND_NONE, (DemEntry){ NULL, 0, 0 });
  return !g_cancellable_is_cancelled (progress->cancellable);
}
