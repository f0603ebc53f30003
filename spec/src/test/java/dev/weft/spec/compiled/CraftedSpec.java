package dev.weft.spec.compiled;

import static dev.weft.spec.compiled.Compiled.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weft.Async;
import dev.weft.GeneratorBody;
import dev.weft.Yielder;
import java.lang.classfile.Label;
import java.lang.classfile.instruction.DiscontinuedInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What falls back that no Java compiler writes, but other tools may.
class CraftedSpec {

    private static final ClassDesc OBJECT = ConstantDescs.CD_Object;
    private static final Crafted PLAIN = Crafted.of(code -> {
        code.ldc("plain");
        Crafted.yieldTop(code);
        code.return_();
    });

    private static List<Object> read(GeneratorBody<Object> body) {
        var read = new ArrayList<>();
        Async.generator(body).forEach(read::add);
        return read;
    }

    @Test
    void plainCodeCompiles() throws Exception {
        assertThat(Compiled.read(PLAIN.body())).containsExactly("plain");
    }

    // ---- code ----

    @Test
    void aSubroutine() throws Exception {
        var body = PLAIN.withFile(code -> {
                    Label target = code.newLabel();
                    code.with(DiscontinuedInstruction.JsrInstruction.of(target));
                    code.labelBinding(target).return_();
                })
                .body();

        assertThat(refusal(body)).isEqualTo("subroutines of old class files are not compiled");
        assertThat(read(body)).containsExactly("plain");
    }

    @Test
    void aBranchWithoutAStackMap() throws Exception {
        var body = PLAIN.withFile(code -> {
                    Label end = code.newLabel();
                    code.iconst_0().ifeq(end).nop().labelBinding(end).return_();
                })
                .body();

        assertThat(refusal(body)).startsWith("Crafted.run has code that is not understood: ");
        assertThat(read(body)).containsExactly("plain");
    }

    @Test
    void aConstantThatIsComputed() throws Exception {
        var body = Crafted.of(code -> {
                    code.ldc(ConstantDescs.NULL);
                    Crafted.yieldTop(code);
                    code.return_();
                })
                .body();

        assertThat(refusal(body)).isEqualTo("a constant is computed at first use, Crafted.run");
        assertThat(read(body)).containsExactly((Object) null);
    }

    @Test
    void anUnfinishedObjectInAVariable() throws Exception {
        var body = Crafted.of(code -> {
                    code.new_(OBJECT).astore(2);
                    code.aload(2).invokespecial(OBJECT, "<init>", ConstantDescs.MTD_void);
                    code.ldc("made");
                    Crafted.yieldTop(code);
                    code.return_();
                })
                .body();

        assertThat(refusal(body)).isEqualTo("an object is in a variable before its constructor has run, Crafted.run");
        assertThat(read(body)).containsExactly("made");
    }

    @Test
    void anUnfinishedObjectThatIsMovedAround() throws Exception {
        ClassDesc text = ConstantDescs.CD_String;
        var body = Crafted.of(code -> {
                    code.ldc("below").new_(text).dup_x1().swap().pop(); // two copies of the new object
                    code.dup().ldc("made");
                    code.dup();
                    Crafted.yieldTop(code);
                    code.invokespecial(text, "<init>", MethodTypeDesc.of(ConstantDescs.CD_void, text));
                    code.pop();
                    Crafted.yieldTop(code);
                    code.return_();
                })
                .body();

        assertThat(refusal(body)).isEqualTo("an object is moved around before its constructor has run, Crafted.run");
        assertThat(read(body)).containsExactly("made", "made");
    }

    @Test
    void codeThatMakesNoSense() throws Exception {
        var body = PLAIN.withFile(code -> code.pop().return_()).body();

        assertThat(refusal(body)).startsWith("Crafted.run has code that is not understood: ");
        assertThat(read(body)).containsExactly("plain");
    }

    // ---- names ----

    @Test
    void aHelperOfAClassThatIsMissing() throws Exception {
        var body = calling(ClassDesc.of("Missing")).body();

        assertThat(refusal(body))
                .isEqualTo("a class that Crafted names cannot be loaded: java.lang.ClassNotFoundException: Missing");
        assertThatThrownBy(() -> read(body)).isInstanceOf(NoClassDefFoundError.class);
    }

    @Test
    void aHelperThatIsMissing() throws Exception {
        var body = calling(ClassDesc.of(Compiled.class.getName())).body();

        assertThat(refusal(body)).startsWith("there is no method dev.weft.spec.compiled.Compiled.helper(");
        assertThatThrownBy(() -> read(body)).isInstanceOf(LinkageError.class);
    }

    private static Crafted calling(ClassDesc owner) {
        return Crafted.of(
                code -> code.aload(1).invokestatic(owner, "helper", Crafted.RUN).return_());
    }

    public interface Left extends GeneratorBody<Object> {
        @Override
        default void run(Yielder<Object> y) {
            y.yield("left");
        }
    }

    public interface Right extends GeneratorBody<Object> {
        @Override
        default void run(Yielder<Object> y) {
            y.yield("right");
        }
    }

    @Test
    void aMethodOfTwoInterfaces() throws Exception {
        var body = Crafted.of(Left.class, Right.class).body();

        assertThat(refusal(body)).isEqualTo("it is not clear which run an object of Crafted has");
        assertThatThrownBy(() -> read(body)).isInstanceOf(IncompatibleClassChangeError.class);
    }

    // ---- class files ----

    @Test
    void aMemberWhoseTypeIsMissing() throws Exception {
        var body = PLAIN.withField(ClassDesc.of("Missing")).body();

        assertThat(refusal(body)).startsWith("the members of Crafted cannot be listed: java.lang.NoClassDefFoundError");
        assertThat(read(body)).containsExactly("plain");
    }

    @Test
    void theFileOfAnotherClass() throws Exception {
        var body = PLAIN.withFileOf(CraftedSpec.class).body();

        assertThat(refusal(body)).isEqualTo("the class file of Crafted is that of another class");
        assertThat(read(body)).containsExactly("plain");
    }

    @Test
    void aLoaderThatSeesAnotherWeft() throws Exception {
        var body = PLAIN.body("dev.weft.internal.compiled.Frame");

        assertThat(refusal(body)).isEqualTo("the class loader of Crafted does not see this Weft's own classes");
        assertThat(read(body)).containsExactly("plain");
    }
}
