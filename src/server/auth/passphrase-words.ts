const list = `
  acorn actor album almond amber anchor angle ankle apple apron arch arrow artist atlas autumn
  baker bakery ballad balloon bamboo banjo banner barley barn basil basket beach beacon beaker bean beard
  beaver bench berry bicycle biscuit blanket blossom blue boat bonfire bonnet bookcase border bottle boulder bowl
  bracelet branch brass bread breeze brick bridge bright bronze brook broom brush bubble bucket buckle buffalo bugle
  bundle bunting butter button cabbage cabin cable cactus cake camel camera camp canal candle canoe canvas
  canyon caravan cardigan carpet carrot castle cedar cellar cello chalk charm cheese cherry chestnut chimney chorus cider
  cinema circle clarinet clay clever cliff cloak clock cloth cloud clover coast coat cobble coconut coffee collar
  comet compass copper coral corner cosy cottage cotton cradle crane crayon cream cricket crocus crown crystal cuckoo
  cupboard curtain cushion custard daffodil dahlia daisy dancer dawn deckchair deer desert diamond dinner dolphin domino donkey
  doorbell dragon drawer dream drizzle drum duckling dune eagle early earth easel echo elbow elder elm ember
  emerald engine envelope evening fabric falcon farmer feather fence fern ferry fiddle field finch fingers firefly fireside
  flannel flask flute foal folder forest forge fork fossil fountain fox freckle fresh frost fruit garden garland
  garlic gate gentle ginger giraffe glacier glass glove goat goblet golden goose gooseberry gosling grain granite grape
  grass gravel gravy green guitar hammer hammock hamper handle harbour harp harvest hatbox hazel heather hedge hedgehog
  helmet herald herb hermit heron hiker hill holly honey hopscotch horizon hornet horse hotel humble iceberg igloo
  indigo inkwell iris iron island ivory ivy jacket jaguar jasmine jelly jersey jetty jewel jigsaw jolly journey
  jug juggler juniper kayak keeper kennel kettle keyboard kingdom kipper kitchen kite kitten ladder ladle lagoon lake
  lamb lantern larch lark lasso lavender lawn leaf leather lemon lentil letter level library lilac lily lime
  linen lion lizard llama lobster locket loft lollipop lumber lunch lupin lute magnet magpie mango mantle maple
  marble margin marigold market marmalade marsh meadow medal melody melon merry meteor midday milk mill mint mirror
  mitten mole monday moon morning mosaic moss mountain muffin mulberry mural museum music mustard napkin narrow nectar
  needle nephew nest nettle newspaper nibble nickel noble noodle north novel nugget nutmeg oak oasis oatmeal ocean
  octave olive onion opal opera orange orchard orchid organ osprey otter oven owl oyster paddle page paint
  palace pancake panda panther paper parade parcel parrot parsley parsnip pasture patch path pattern pavement peach peacock
  peanut pear pebble pelican pencil penguin pepper petal piano picnic picture pigeon pillow pilot pine pioneer pirate
  plain planet plaster plate platform plough plum pocket poem polka pond poppy porch postcard potato pottery prairie
  present primrose prism puddle puffin pumpkin puppet purple puzzle quarry quartz quiet quill quilt rabbit radio radish
  raft railway rain raisin ranger raven recipe reed ribbon rice riddle ripple river roast robin rocket roof
  rope rose rowan ruby rucksack saddle saffron sailor salad salmon sandal sandwich sapphire satchel saucer scarf school
  scooter seagull seal season seaside shadow shell shepherd shilling ship shoelace shore silk silver singer sketch skipper
  skylark slate sledge slipper snowdrop snowman soap sofa song sparrow spice spinach spiral spoon spring squirrel stable
  starling station steam steeple stone stool stream summer sunday sunflower sunrise supper swallow swan sweater table tablet
  tailor tambourine tangerine tapestry teacup teapot temple tent thatch theatre thimble thistle thread thrush thunder ticket tiger
  timber toast toffee tomato topaz tortoise tower tractor trail trellis trolley trumpet tulip tunnel turnip turtle twig
  umbrella uncle valley vanilla velvet violet violin volcano waffle wagon walnut walrus waltz warbler water wave weaver
  whale wheat whisker whistle willow window winter wizard wonder wooden woodland wool wren yacht yarn yellow yoghurt zebra
`;

/** Plain words for one-time passphrases: easy to read out, to spell and to picture. */
export const passphraseWords: readonly string[] = list.trim().split(/\s+/);
