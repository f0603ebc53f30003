package dev.weft.differential.bodies;

import dev.weft.differential.Host;
import java.util.List;

/// The themes of the bodies that are written by hand.
public final class Themes {

    /// Each class of bodies.
    public static final List<Class<? extends Host>> ALL = List.of(
            AwaitingBodies.class,
            CaptureBodies.class,
            CompoundBodies.class,
            ConditionBodies.class,
            ConstructionBodies.class,
            DelegationBodies.class,
            FallbackBodies.class,
            FinallyBodies.class,
            FormBodies.class,
            GenericBodies.class,
            HelperBodies.class,
            LambdaBodies.class,
            LocalsBodies.class,
            LoopBodies.class,
            NumberBodies.class,
            PatternBodies.class,
            PolymorphicBodies.class,
            ReadingBodies.class,
            RecursionBodies.class,
            ResourceBodies.class,
            SentBodies.class,
            StackBodies.class,
            SwitchBodies.class,
            TaskBodies.class,
            TextBodies.class,
            ThrowingBodies.class,
            TryBodies.class);

    /// A class of bodies that take their time.
    public static final Class<? extends Host> SLOW = MemoryBodies.class;

    private Themes() {}
}
