using FsCheck;
using FsCheck.Fluent;
using VegaGate.Tracking;

namespace VegaGate.Tests.Tracking;

public sealed class TrackingMapTests
{
    private static Gen<TrackingMap> GenMap =>
        from keys in Gen.Elements("1.1", "1.2", "A", "b-c", "x_y", "#handoff/one", "9", "map", "v.2").ListOf()
        from numbers in Gen.Choose(1, 40).ListOf()
        from seals in Gen.Elements(null, "3f9a1c7e00112233:8dea1b2c3d4e5f0", "-:0").ListOf()
        select keys.Zip(numbers, seals).Aggregate(TrackingMap.Empty, (map, entry) => map.With(entry.First, entry.Second, entry.Third));

    [Fact]
    public void What_is_written_is_read_back() => Check.One(
        Config.QuickThrowOnFailure,
        Prop.ForAll(GenMap.ToArbitrary(), map =>
        {
            var read = TrackingMap.Read($"before\n{map}\nafter")!;
            read.Should().Be(map);
            read.Entries.SequenceEqual(map.Entries).Should().BeTrue();
            read.Entries.Select(entry => read.SealOf(entry.Value)).Should().Equal(map.Entries.Select(entry => map.SealOf(entry.Value)));
            read.AdoptedCount.Should().Be(map.Entries.Count(entry => map.SealOf(entry.Value) is not null));
        }));

    [Fact]
    public void Numbers_that_follow_each_other_are_not_repeated() =>
        TrackingMap.Empty.With("1.1", 12).With("1.2", 13).With("#handoff/x", 20).ToString().Should().Be("<!-- vegagate map 1.1=12 1.2 #handoff/x=20 -->");

    [Fact]
    public void An_issue_that_somebody_else_opened_has_its_seal_behind_its_number()
    {
        var map = TrackingMap.Empty.With("1.1", 12).With("1.2", 13, "ab:1f").With("1.3", 14);

        map.ToString().Should().Be("<!-- vegagate map 1.1=12 1.2=13:ab:1f 1.3 -->");
        map.With("1.2", 13).SealOf(13).Should().BeNull();
        map.With("1.2", 15).AdoptedCount.Should().Be(0);
        map.With("x", 13).Entries.Select(entry => entry.Key).Should().Equal("1.1", "x", "1.3");
    }

    [Fact]
    public void What_somebody_else_opened_has_room_before_what_our_markers_tell()
    {
        var map = Enumerable.Range(0, 2_000).Aggregate(TrackingMap.Empty, (map, i) =>
            map.With($"{i}-{new string('x', 35)}", 1_000_000_000 + i, i >= 2_000 - TrackingMap.MostAdopted ? $"{new string('f', 16)}:{long.MaxValue:x}" : null));

        var read = TrackingMap.Read(map.ToString())!;
        map.ToString().Length.Should().BeLessThanOrEqualTo(TrackingMap.MaxLength);
        read.AdoptedCount.Should().Be(TrackingMap.MostAdopted);
        read.Should().Be(map, "otherwise it would be written again in every run");
    }

    [Theory]
    [InlineData("nothing")]
    [InlineData("<!-- vegagate map 1.1=12")]
    [InlineData("<!-- vegagate map 1.1 -->")]
    [InlineData("<!-- vegagate map =12 -->")]
    [InlineData("<!-- vegagate map 1.1=x -->")]
    [InlineData("<!-- vegagate map 1.1=-2 -->")]
    [InlineData("<!-- vegagate map 1.1=12 1.2=12 -->")]
    [InlineData("<!-- vegagate map 1.1=12 1.1=13 -->")]
    [InlineData("<!-- vegagate map a=12 A=13 -->")]
    [InlineData("<!-- vegagate map 1.1=99999999999 -->")]
    [InlineData("<!-- vegagate map 1.1=12 <b>=13 -->")]
    [InlineData("<!-- vegagate map 1.1=12:<b> -->")]
    [InlineData("<!-- vegagate map 1.1=:a -->")]
    [InlineData("<!-- vegagate map 1.1=12 --> <!-- vegagate map 1.1=13 -->")]
    public void A_damaged_map_is_none(string body) => TrackingMap.Read(body).Should().BeNull();

    [Fact]
    public void A_key_and_a_number_are_there_once()
    {
        var map = TrackingMap.Empty.With("a", 1).With("b", 2).With("c", 1).With("B", 3);

        map.Entries.Select(entry => (entry.Key, entry.Value)).Should().Equal(("c", 1), ("B", 3));
        map.Find("b").Should().Be(3);
        map.Find("a").Should().BeNull();
    }

    [Theory]
    [InlineData(20, 1, 2_000)]
    [InlineData(16, 2, 2_000)]
    public void Two_thousand_items_have_room(int keyLength, int step, int count)
    {
        var map = Enumerable.Range(0, 2_000).Aggregate(TrackingMap.Empty, (map, i) => map.With($"{i}-{new string('x', keyLength - 5)}", 10_000 + i * step));

        map.ToString().Length.Should().BeLessThanOrEqualTo(TrackingMap.MaxLength);
        TrackingMap.Read(map.ToString())!.Count.Should().Be(count);
    }

    [Fact]
    public void What_finds_no_room_is_left_out()
    {
        var map = Enumerable.Range(0, 2_000).Aggregate(TrackingMap.Empty, (map, i) => map.With($"{i}-{new string('x', 34)}", 10_000 + i));

        var read = TrackingMap.Read(map.ToString())!;
        read.Count.Should().BeInRange(1_000, 1_999);
        read.Should().Be(map, "otherwise it would be written again in every run");
    }
}
