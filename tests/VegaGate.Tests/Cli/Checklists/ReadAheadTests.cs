using FsCheck;
using FsCheck.Fluent;
using VegaGate.Cli.Checklists;

namespace VegaGate.Tests.Cli.Checklists;

public sealed class ReadAheadTests
{
    [Fact]
    public void What_is_seen_comes_in_the_order_of_the_files() => Prop.ForAll(Gen.Choose(0, 60).ToArbitrary(), ArbMap.Default.ArbFor<bool>(), (count, isAlone) =>
    {
        var files = Enumerable.Range(0, count).ToArray();

        ReadAhead.InOrder(files, file => file * 2, isAlone).Should().Equal(files.Select(file => file * 2));
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(true, 1)]
    // One that is looked at, those that wait, and the one that was taken.
    [InlineData(false, ReadAhead.Waiting + 2)]
    public void Few_results_wait_to_be_taken_however_many_files_there_are(bool isAlone, int most)
    {
        var seen = 0;
        var taken = 0;

        foreach (var _ in ReadAhead.InOrder([.. Enumerable.Range(0, 1_000)], _ => Interlocked.Increment(ref seen), isAlone))
            (Volatile.Read(ref seen) - taken++).Should().BeInRange(1, most);

        seen.Should().Be(1_000);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_look_that_fails_fails_after_what_was_seen_before(bool isAlone)
    {
        var taken = new List<int>();
        var run = () =>
        {
            foreach (var file in ReadAhead.InOrder([.. Enumerable.Range(0, 30)], file => file == 20 ? throw new InvalidOperationException("20") : file, isAlone))
                taken.Add(file);
        };

        run.Should().Throw<InvalidOperationException>().WithMessage("20");
        taken.Should().Equal(Enumerable.Range(0, 20));
    }

    [Fact]
    public void Who_takes_no_more_leaves_nobody_waiting()
    {
        var seen = 0;

        ReadAhead.InOrder([.. Enumerable.Range(0, 1_000)], _ => Interlocked.Increment(ref seen), isAlone: false).First().Should().Be(1);

        seen.Should().BeLessThan(1_000);
    }
}
