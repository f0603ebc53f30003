/// The engine that turns a body into a state machine. A provider: it knows `dev.weft.spi` alone, and nobody imports it
/// but the classes that it generates.
///
/// At the first use of a body its class file is read, its method is rewritten as a [Frame], and the frame's class is
/// defined beside the class that the body was written in. The stages, each a class or two:
///
/// | stage | class | question |
/// |---|---|---|
/// | find | [BodyLink], [LambdaCode], [Access] | where is the code behind this object, and may we touch it? |
/// | read | [HostClass], [MethodCode] | what does its class file say, and is that what runs? |
/// | understand | [Simulation], [Liveness], [Analysis] | what is alive at each stop, and does anything forbid it? |
/// | write | [FrameGenerator], [ResumeCode], [StopCode], [MemberCode] | the same code, able to stop |
/// | link | [Linkage], [Dispatch] | what the new class may reach on behalf of the old one |
/// | run | [LambdaMaker], [Frame], [LinkedFrame], [FrameStack] | one stop to the next |
///
/// The first body of a process waits for all that is loaded and linked on the way to its first element. So the stages
/// up to *write* loop where a stream or a lambda would do, and what can be linked later is.
///
/// Whatever a stage does not understand it refuses, with a [Refusal], and the body goes to another engine.
@NullMarked
package dev.weft.internal.compiled;

import org.jspecify.annotations.NullMarked;
