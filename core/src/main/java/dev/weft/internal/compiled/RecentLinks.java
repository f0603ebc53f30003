package dev.weft.internal.compiled;

import java.lang.ref.WeakReference;
import org.jspecify.annotations.Nullable;

/// The links of bodies that were made of late, by the hash code of their class.
///
/// To find a link through its class takes many reads, each of which has to wait for the one before, and a short
/// generator does little else. Here it takes fewer. Two classes in the same place take it from each other, which costs
/// little more than not to have it.
///
/// Threads read and write the places without any order. All that they can find there is a link that is complete, as its
/// fields are final or volatile, or none; whether it is that of the class is looked at each time. A link is
/// kept alive by its class alone.
///
/// A record, as the engine is: the virtual machine trusts the fields of a record never to change, so code that was
/// compiled for one engine has the places at hand.
@SuppressWarnings("ArrayRecordComponent") // nobody compares or shares them
record RecentLinks(@Nullable WeakReference<BodyLink>[] places) {

    private static final int PLACES = 256; // a power of two

    @SuppressWarnings({"unchecked", "rawtypes"}) // there are no arrays of generic types
    static @Nullable WeakReference<BodyLink>[] none() {
        return new WeakReference[PLACES];
    }

    BodyLink of(Class<?> type) {
        int place = type.hashCode() & (PLACES - 1);
        WeakReference<BodyLink> seen = places[place];
        BodyLink link = seen == null ? null : seen.get();
        if (link == null || link.type() != type) {
            link = BodyLink.of(type);
            places[place] = new WeakReference<>(link);
        }
        return link;
    }
}
