-- Asks for pages as readers do: a few of them all the time, most of them rarely (Zipf, s = 1).
-- Arguments: the path, with %d for a number; how many there are; a seed.
local paths, sums, total = {}, {}, 0

function init(args)
  local path, count, seed = args[1], tonumber(args[2]), tonumber(args[3] or "1")
  math.randomseed(seed)
  for number = 1, count do
    total = total + 1 / number
    sums[number] = total
    paths[number] = wrk.format("GET", path:format(number - 1))
  end
end

function request()
  local wanted, low, high = math.random() * total, 1, #sums
  while low < high do
    local middle = math.floor((low + high) / 2)
    if sums[middle] < wanted then low = middle + 1 else high = middle end
  end
  return paths[low]
end
