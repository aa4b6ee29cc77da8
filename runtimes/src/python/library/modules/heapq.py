"""Heaps in lists."""
__lacks__ = ""


def _down(heap, start, place):
    item = heap[place]
    while place > start:
        parent = (place - 1) >> 1
        if not item < heap[parent]:
            break
        heap[place] = heap[parent]
        place = parent
    heap[place] = item


def _up(heap, place):
    end, start, item = len(heap), place, heap[place]
    child = 2 * place + 1
    while child < end:
        if child + 1 < end and not heap[child] < heap[child + 1]:
            child += 1
        heap[place] = heap[child]
        place = child
        child = 2 * place + 1
    heap[place] = item
    _down(heap, start, place)


def heappush(heap, item, /):
    heap.append(item)
    _down(heap, 0, len(heap) - 1)


def heappop(heap, /):
    last = heap.pop()
    if not heap:
        return last
    first, heap[0] = heap[0], last
    _up(heap, 0)
    return first


def heapreplace(heap, item, /):
    first, heap[0] = heap[0], item
    _up(heap, 0)
    return first


def heappushpop(heap, item, /):
    if heap and heap[0] < item:
        item, heap[0] = heap[0], item
        _up(heap, 0)
    return item


def heapify(heap, /):
    for place in range(len(heap) // 2 - 1, -1, -1):
        _up(heap, place)


def nlargest(n, iterable, key=None):
    return sorted(iterable, key=key, reverse=True)[:max(n, 0)]


def nsmallest(n, iterable, key=None):
    return sorted(iterable, key=key)[:max(n, 0)]


def merge(*iterables, key=None, reverse=False):
    """What is sorted in parts, sorted as a whole."""
    rows = []
    for one in iterables:
        row = iter(one)
        for value in row:
            rows.append([value, row])
            break
    while rows:
        best = 0
        for place in range(1, len(rows)):
            one, other = rows[place][0], rows[best][0]
            if key is not None:
                one, other = key(one), key(other)
            if other < one if reverse else one < other:
                best = place
        yield rows[best][0]
        for value in rows[best][1]:
            rows[best][0] = value
            break
        else:
            rows.pop(best)
