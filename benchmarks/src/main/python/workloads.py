"""The workloads as CPython does them.

Usage: python3 workloads.py WORKLOAD ELEMENTS SIZE MILLISECONDS
       python3 workloads.py memory GENERATORS

The first prints the result of one run, then the nanoseconds per element of each further run, for as long as asked. The
second prints the bytes of each generator that has yielded once.
"""

import asyncio
import sys
import time
import tracemalloc


async def count(n):
    for i in range(n):
        yield i


async def from_(start):
    while True:
        yield start
        start += 1


async def ticking(n):
    for i in range(n):
        await asyncio.sleep(0.001)
        yield i


async def delegating(depth, n):
    source = count(n) if depth == 0 else delegating(depth - 1, n)
    async for number in source:
        yield number


async def total(numbers):
    result = 0
    async for number in numbers:
        result += number
    return result


async def pull(n, _):
    return await total(count(n))


async def pull_by_anext(n, _):
    numbers = count(n)
    result = 0
    for _ in range(n):
        result += await anext(numbers)
    return result


async def chain(n, _):
    mapped = (number + 1 async for number in from_(0))
    filtered = (number async for number in mapped if number % 2 == 0)
    result = 0
    left = n // 2
    async for number in filtered:
        result += number
        left -= 1
        if left == 0:
            break
    await filtered.aclose()
    return result


async def gathered(left, right, n):
    result = 0
    for _ in range(n):
        result += sum(await asyncio.gather(anext(left), anext(right)))
    return result


async def step(n, _):
    return await gathered(count(n), count(n), n)


async def timed_step(n, _):
    return await gathered(ticking(n), ticking(n), n)


async def create(n, _):
    result = 0
    for i in range(n):
        numbers = from_(i)
        result += await anext(numbers)
        await numbers.aclose()
    return result


async def delegate(n, depth):
    return await total(delegating(depth, n))


async def overlap(n, limit):
    places = asyncio.Semaphore(limit)

    async def task(number):
        async with places:
            await asyncio.sleep(0.001)
            return number

    return sum(await asyncio.gather(*(task(i) for i in range(n))))


WORKLOADS = {
    "pull": pull,
    "anext": pull_by_anext,
    "chain": chain,
    "step": step,
    "timed_step": timed_step,
    "create": create,
    "delegate": delegate,
    "overlap": overlap,
}


async def memory(alive):
    generators = [None] * alive
    tracemalloc.start()
    before, _ = tracemalloc.get_traced_memory()
    for i in range(alive):
        generators[i] = count(1_000)
        await anext(generators[i])
    after, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return (after - before) / alive


def main(workload, n, size, milliseconds):
    run = WORKLOADS[workload]
    print(asyncio.run(run(n, size)))
    end = time.perf_counter() + milliseconds / 1000
    while True:
        begun = time.perf_counter_ns()
        asyncio.run(run(n, size))
        print((time.perf_counter_ns() - begun) / n)
        if time.perf_counter() >= end:
            break


if __name__ == "__main__":
    if sys.argv[1] == "memory":
        print(asyncio.run(memory(int(sys.argv[2]))))
    else:
        main(sys.argv[1], *map(int, sys.argv[2:]))
