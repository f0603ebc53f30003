import dev.weft.{DialogueBody, GeneratorBody, Yielder}

class ScalaBodies:
  private var secret = 7

  def lambda(): GeneratorBody[Any] = y =>
    y.`yield`(1)
    y.`yield`(2)

  def capturing(): GeneratorBody[Any] =
    val most = 3
    y =>
      var i = 0
      while i < most do
        y.`yield`(i + secret)
        i += 1

  def helper(): GeneratorBody[Any] = y => countTo(2, y)

  private def countTo(most: Int, y: Yielder[Any]): Unit =
    if most > 0 then
      countTo(most - 1, y)
      y.`yield`(most)

  def guarded(): GeneratorBody[Any] = y =>
    try y.`yield`(secret / 0)
    catch case e: ArithmeticException => y.`yield`("caught")
    finally y.`yield`("finally")

  def chosen(): GeneratorBody[Any] = y =>
    val any: Any = secret
    y.`yield`(any match
      case i: Int if i > 7 => "large"
      case i: Int          => "small"
      case _               => "none")

  def named(): GeneratorBody[Any] = new Named

  class Named extends GeneratorBody[Any]:
    override def run(y: Yielder[Any]): Unit = y.`yield`("of a class")

  def reference(): GeneratorBody[Any] = run

  private def run(y: Yielder[Any]): Unit = y.`yield`("referred to")

  def dialogue(): DialogueBody[Any, Any, Any] = y =>
    val heard = y.`yield`("question")
    y.`yield`(s"heard $heard")
    "end"

  def comprehension(): GeneratorBody[Any] = y =>
    for i <- 1 to 2 do y.`yield`(i)
